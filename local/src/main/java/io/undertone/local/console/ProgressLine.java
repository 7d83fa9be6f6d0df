package io.undertone.local.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One line that is always true: rewritten in place on a terminal, repeated every few seconds elsewhere. */
public final class ProgressLine implements AutoCloseable {
    private static final long REPEAT_NANOS = Duration.ofSeconds(5).toNanos();
    private static final String ERASE_REST = "\u001b[K";

    private final PrintWriter out;
    private final boolean inPlace;
    private final LongSupplier nanos;
    private final long began;
    private long due;
    private boolean lineIsOpen;

    public ProgressLine(PrintWriter out, boolean inPlace, LongSupplier nanos) {
        this.out = out;
        this.inPlace = inPlace;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        this.due = began;
    }

    public void show(String text) {
        long now = nanos.getAsLong();
        String line = "%s  %s".formatted(Text.clock(TimeUnit.NANOSECONDS.toSeconds(now - began)), text);
        if (inPlace) {
            out.print("\r" + line + ERASE_REST);
            out.flush();
            lineIsOpen = true;
        } else if (now - due >= 0) {
            out.println(line);
            out.flush();
            due = now + REPEAT_NANOS;
        }
    }

    /** A line that stays, above this one. */
    public void say(String line) {
        out.println((lineIsOpen ? "\r" + ERASE_REST : "") + line);
        out.flush();
        lineIsOpen = false;
    }

    @Override
    public void close() {
        if (lineIsOpen) {
            out.println();
            out.flush();
        }
        lineIsOpen = false;
    }
}
