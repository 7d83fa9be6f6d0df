package io.undertone.local.watch;

import java.io.PrintWriter;
import java.util.List;

/** Lines that are appended: what happens at once, and all open calls every few seconds. */
final class LineDisplay implements Display {
    private static final int EVERY = 5;

    private final PrintWriter out;
    private int shown;

    LineDisplay(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void show(List<OpenCall> open) {
        if (shown++ % EVERY == 0) {
            Board.of(open, Integer.MAX_VALUE).forEach(out::println);
            out.println();
            out.flush();
        }
    }

    @Override
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {}
}
