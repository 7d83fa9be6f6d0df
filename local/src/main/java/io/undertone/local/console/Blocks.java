package io.undertone.local.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures as blocks, a character each. */
public final class Blocks {
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final String FULL = "█";
    private static final String EMPTY = "·";

    private Blocks() {}

    /** A curve of values from 0 to 1; where there is none, a blank. */
    public static String spark(List<@Nullable Double> values) {
        var line = new StringBuilder();
        for (Double value : values) {
            line.append(value == null ? ' ' : HEIGHTS.charAt(step(value, HEIGHTS.length() - 1)));
        }
        return line.toString();
    }

    /** A bar of so many cells, of which {@code share} are filled, 0 to 1. */
    public static String bar(double share, int cells) {
        int filled = step(share, cells);
        return FULL.repeat(filled) + EMPTY.repeat(cells - filled);
    }

    private static int step(double share, int steps) {
        return (int) Math.round(Math.max(0, Math.min(1, share)) * steps);
    }
}
