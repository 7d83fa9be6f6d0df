package io.undertone.local.system;

import java.util.Objects;

/** The bottom of a chain of exceptions, in one line: what a reader wants to know first. */
public final class RootCause {
    private static final String CAUSED_BY = "Caused by: ";

    private RootCause() {}

    public static String of(Throwable failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String message = Objects.requireNonNullElse(bottom.getMessage(), "no message");
        return "%s: %s".formatted(bottom.getClass().getSimpleName(), firstLine(message));
    }

    /** Of a printed stack trace: Flink hands failures of tasks over as text. */
    public static String of(String stackTrace) {
        int last = stackTrace.lastIndexOf(CAUSED_BY);
        return firstLine(last < 0 ? stackTrace : stackTrace.substring(last + CAUSED_BY.length()));
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
