package io.undertone.local.demo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures read on the console. */
final class Text {
    private static final String NONE = "–";

    private Text() {}

    /** Minutes and seconds, such as 3:07. */
    static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    static String seconds(@Nullable Double seconds) {
        return seconds == null ? NONE : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    static String lufs(@Nullable Double lufs) {
        return lufs == null ? NONE : String.format(Locale.ROOT, "%.1f LUFS", lufs);
    }

    static String percent(double part, double whole) {
        return whole <= 0 ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * part / whole);
    }

    static String count(@Nullable Integer count) {
        return count == null ? NONE : Integer.toString(count);
    }
}
