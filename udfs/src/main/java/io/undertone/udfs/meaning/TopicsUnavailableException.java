package io.undertone.udfs.meaning;

/** Topics can neither be read nor entered now. Its message quotes nothing of a call. */
public final class TopicsUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public TopicsUnavailableException(String message) {
        super(message);
    }
}
