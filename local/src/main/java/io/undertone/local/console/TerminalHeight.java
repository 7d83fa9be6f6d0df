package io.undertone.local.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines the terminal has; it may be made larger or smaller at any time. */
public final class TerminalHeight {
    /** Of a terminal that does not say. */
    static final int CLASSIC = 24;

    private static final Pattern ROWS = Pattern.compile("([1-9]\\d{0,3}) \\d");

    private TerminalHeight() {}

    public static int now() {
        try {
            Process stty = new ProcessBuilder("sh", "-c", "stty size </dev/tty").start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return CLASSIC;
            }
            return rows(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return CLASSIC; // no sh here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CLASSIC;
        }
    }

    /** {@code stty size} answers rows and columns. */
    static int rows(String size) {
        Matcher told = ROWS.matcher(size);
        return told.lookingAt() ? Integer.parseInt(told.group(1)) : CLASSIC;
    }
}
