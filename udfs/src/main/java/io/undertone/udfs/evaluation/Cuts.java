package io.undertone.udfs.evaluation;

import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import java.util.List;
import java.util.stream.IntStream;

/** What models are asked about of a recording at 8 kHz. One that is shorter than three seconds is taken as it is. */
public final class Cuts {
    /** What one decision hears. */
    public static final int WINDOW_SECONDS = 3;

    /** From one window of a recording to its next. */
    public static final int HOP_SECONDS = 1;

    private static final int WINDOW = WINDOW_SECONDS * StatelessModel.SAMPLE_RATE_HZ;
    private static final int HOP = HOP_SECONDS * StatelessModel.SAMPLE_RATE_HZ;

    private Cuts() {}

    /** The first three seconds. */
    public static Window first(float[] samples) {
        return new Window(samples, 0, Math.min(WINDOW, samples.length));
    }

    /** All whole windows of three seconds, one second apart. */
    public static List<Window> hops(float[] samples) {
        return windows(samples, HOP);
    }

    /** Three seconds from the middle. */
    static Window middle(float[] samples) {
        int count = Math.min(WINDOW, samples.length);
        return new Window(samples, (samples.length - count) / 2, count);
    }

    /** All whole pieces of three seconds, one after the other. */
    static List<Window> pieces(float[] samples) {
        return windows(samples, WINDOW);
    }

    static List<Window> halves(float[] samples) {
        int half = samples.length / 2;
        return List.of(new Window(samples, 0, half), new Window(samples, half, half));
    }

    /** The fewest parts, one after the other and as long as each other within a sample, none longer than {@code most}. */
    static List<Window> parts(Window window, int most) {
        int parts = (window.count() + most - 1) / most;
        return IntStream.range(0, parts)
                .mapToObj(part -> {
                    int from = (int) ((long) window.count() * part / parts);
                    int to = (int) ((long) window.count() * (part + 1) / parts);
                    return new Window(window.samples(), window.from() + from, to - from);
                })
                .toList();
    }

    private static List<Window> windows(float[] samples, int apart) {
        int last = Math.max(0, samples.length - WINDOW);
        return IntStream.rangeClosed(0, last / apart)
                .mapToObj(i -> new Window(samples, i * apart, Math.min(WINDOW, samples.length)))
                .toList();
    }
}
