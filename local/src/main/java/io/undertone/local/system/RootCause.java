package io.undertone.local.system;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bottom of a chain of exceptions, in one line: what a reader wants to know first. */
public final class RootCause {
    private static final String CAUSED_BY = "Caused by: ";
    /** What a step says of the call that it failed on. */
    private static final Pattern STEP = Pattern.compile("StepFailure: (.+)");

    private RootCause() {}

    public static String of(Throwable failure) {
        Throwable bottom = failure;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        String message = Objects.requireNonNullElse(bottom.getMessage(), "no message");
        return "%s: %s".formatted(bottom.getClass().getSimpleName(), firstLine(message));
    }

    /** Of a printed stack trace: Flink hands failures of tasks over as text. A step that failed says on which call. */
    public static String of(String stackTrace) {
        int last = stackTrace.lastIndexOf(CAUSED_BY);
        String bottom = firstLine(last < 0 ? stackTrace : stackTrace.substring(last + CAUSED_BY.length()));
        Matcher step = STEP.matcher(stackTrace);
        return step.find() ? step.group(1) + ", because of " + bottom : bottom;
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
