package io.undertone.local.console;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures read on the console. */
public final class Text {
    private static final String NONE = "–";

    private Text() {}

    /** Minutes and seconds, such as 3:07. */
    public static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    public static String seconds(@Nullable Double seconds) {
        return seconds == null ? NONE : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    public static String lufs(@Nullable Double lufs) {
        return lufs == null ? NONE : String.format(Locale.ROOT, "%.1f LUFS", lufs);
    }

    public static String percent(double part, double whole) {
        return whole <= 0 ? NONE : String.format(Locale.ROOT, "%.0f %%", 100 * part / whole);
    }

    public static String count(@Nullable Integer count) {
        return count == null ? NONE : Integer.toString(count);
    }

    /** Three decimals, as probabilities are told wherever they are written. */
    public static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    /**
     * Fit for a terminal: what comes from elsewhere may hold characters that move its cursor or turn its lines around.
     *
     * @param longest characters; what is longer ends in an ellipsis
     */
    public static String plain(String text, int longest) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() <= longest ? plain : plain.substring(0, longest - 1) + "…";
    }
}
