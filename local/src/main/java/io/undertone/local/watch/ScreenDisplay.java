package io.undertone.local.watch;

import io.undertone.local.console.Screen;
import io.undertone.local.console.TerminalHeight;
import java.io.PrintWriter;
import java.util.List;

/** A terminal that is drawn anew every second; what happens shows there by itself. */
final class ScreenDisplay implements Display {
    private final Screen screen;

    ScreenDisplay(PrintWriter out) {
        screen = new Screen(out);
    }

    @Override
    public void show(List<OpenCall> open) {
        screen.draw(Board.of(open, TerminalHeight.now()));
    }

    @Override
    public void say(String line) {}

    @Override
    public void close() {
        screen.close();
    }
}
