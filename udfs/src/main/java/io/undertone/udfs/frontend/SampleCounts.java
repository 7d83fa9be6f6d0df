package io.undertone.udfs.frontend;

/** How many samples a front end may be asked about. */
final class SampleCounts {
    private SampleCounts() {}

    static void requireAtLeast(int least, int count) {
        if (count < least) {
            throw new IllegalArgumentException("need at least %d samples, got %d".formatted(least, count));
        }
    }

    static void requireAtMost(int most, int count) {
        if (count > most) {
            throw new IllegalArgumentException("built for at most %d samples, got %d".formatted(most, count));
        }
    }
}
