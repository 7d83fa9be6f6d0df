package io.undertone.job.words;

/** An answer that can't be read. It names fields and never what is in them: that may be what somebody said. */
final class BrokenAnswerException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenAnswerException(String expected) {
        super("need " + expected);
    }
}
