package io.undertone.udfs.moods;

import java.util.Locale;

/** How figures read in an alert's reason. */
final class Words {
    private static final int RATE = 8_000;

    private Words() {}

    /** "voice 7 dB over usual". */
    static String loudness(double deltaDb) {
        long decibels = Math.round(deltaDb);
        return decibels == 0
                ? "voice as loud as usual"
                : "voice %d dB %s usual".formatted(Math.abs(decibels), decibels > 0 ? "over" : "under");
    }

    /** "8 dB", "7.5 dB". */
    static String decibels(double decibels) {
        return String.format(Locale.ROOT, decibels == Math.rint(decibels) ? "%.0f dB" : "%.1f dB", decibels);
    }

    /** "3:12 into the call". */
    static String into(long position) {
        long seconds = position / RATE;
        long minutes = seconds / 60;
        String clock = minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
        return clock + " into the call";
    }
}
