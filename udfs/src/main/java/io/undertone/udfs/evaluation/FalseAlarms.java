package io.undertone.udfs.evaluation;

/**
 * Windows of neutral speech, and those of them that reach the threshold of an alarm.
 *
 * @param enter the threshold
 */
public record FalseAlarms(int windows, int falseWindows, double enter) {
    private static final int WINDOWS_IN_TEN_MINUTES = 600 / Cuts.HOP_SECONDS;

    /** False windows in ten minutes of neutral speech. */
    public double perTenMinutes() {
        return (double) falseWindows / windows * WINDOWS_IN_TEN_MINUTES;
    }
}
