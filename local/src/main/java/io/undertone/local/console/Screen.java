package io.undertone.local.console;

import java.io.PrintWriter;
import java.util.List;

/**
 * A whole terminal that is drawn anew each time. It shows a page of its own and gives back what stood there before, after
 * Ctrl-C too, whoever comes first: nothing is drawn once it is closed.
 */
public final class Screen implements AutoCloseable {
    /** Of xterm, which all terminals of today know: the second page, no cursor, and long lines cut at the edge. */
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?7l";

    private static final String LEAVE = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private static final String HOME = "\u001b[H";
    private static final String ERASE_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintWriter out;
    private boolean closed;

    public Screen(PrintWriter out) {
        this.out = out;
        out.print(ENTER);
        out.flush();
    }

    /** Lines from the top; they should fit. */
    public synchronized void draw(List<String> lines) {
        if (closed) {
            return;
        }
        out.print(HOME + String.join(ERASE_LINE + "\r\n", lines) + ERASE_LINE + ERASE_BELOW);
        out.flush();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            out.print(LEAVE);
            out.flush();
        }
        closed = true;
    }
}
