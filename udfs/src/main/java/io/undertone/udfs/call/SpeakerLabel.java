package io.undertone.udfs.call;

/** Who is heard, as far as known. */
public enum SpeakerLabel {
    /** Nothing was compared, or not enough was heard. */
    UNKNOWN,
    AGENT,
    CUSTOMER,
    /** A voice of its own that has neither role. */
    OTHER,
    /** Two voices at once. */
    OVERLAP;

    /** What a role is called where it is heard. */
    public static SpeakerLabel of(Role role) {
        return switch (role) {
            case AGENT -> AGENT;
            case CUSTOMER -> CUSTOMER;
            case SYSTEM, SUPERVISOR, OTHER -> OTHER;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
