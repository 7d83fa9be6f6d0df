package io.undertone.udfs.speech;

/** The grid that speech detection works on: 8 kHz, 256 samples or 32 ms a frame. Silero's native 8 kHz geometry. */
public final class VadFrame {
    public static final int SAMPLES = 256;
    public static final int MILLIS = 32;
    public static final int SAMPLES_PER_MILLI = SAMPLES / MILLIS;

    private VadFrame() {}

    /** Whole frames that last at least {@code millis}. */
    static int framesLasting(int millis) {
        return (int) ((millis + (MILLIS - 1L)) / MILLIS);
    }
}
