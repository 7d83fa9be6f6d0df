package io.undertone.job;

/** The jobs that make the system, each from the same jar. */
public enum Leg {
    LIVE("live"),
    VOICES("voices"),
    POST_CALL("post-call");

    private final String label;

    Leg(String label) {
        this.label = label;
    }

    /** As on the command line. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
