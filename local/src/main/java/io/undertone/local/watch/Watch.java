package io.undertone.local.watch;

import io.undertone.local.live.AlertLine;
import io.undertone.local.live.LiveTopics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows open calls and shows them once a second. */
final class Watch {
    /** Of a timeline of which no page is made: as much as a line of the display shows, and some. */
    private static final int GLIMPSE_SECONDS = 60;
    /** No call is longer: the live leg closes it then. A page shows all of it. */
    private static final int WHOLE_SECONDS =
            (int) Duration.ofHours(4).plusMinutes(5).toSeconds();

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final LiveTopics topics;
    private final OpenCalls calls;
    private final List<String> happened = new ArrayList<>();
    private final @Nullable OpenPages pages;
    private final Clock clock;

    /** @param pages to keep up to date, if any */
    Watch(LiveTopics topics, WatchedCalls watched, @Nullable OpenPages pages, Clock clock) {
        this.topics = topics;
        this.calls = new OpenCalls(
                watched,
                pages == null ? GLIMPSE_SECONDS : WHOLE_SECONDS,
                (call, event) -> happened.add(AlertLine.of(call, event)));
        this.pages = pages;
        this.clock = clock;
    }

    /** Reads what was there when it began; what happened until then is no news. */
    void catchUp() {
        while (!topics.isCaughtUp()) {
            topics.follow(GLANCE, calls);
            calls.sweep(clock.millis());
        }
        happened.clear();
    }

    /** Shows the open calls once a second for so long. */
    void show(Display display, Duration span) throws IOException {
        long begin = System.nanoTime();
        long due = begin;
        while (System.nanoTime() - begin < span.toNanos()) {
            topics.follow(GLANCE, calls);
            happened.forEach(display::say);
            happened.clear();
            if (System.nanoTime() - due >= 0) {
                display.show(refreshed());
                due += TimeUnit.SECONDS.toNanos(1);
            }
        }
    }

    /** What is open now; pages are brought up to date. */
    List<OpenCall> refreshed() throws IOException {
        calls.sweep(clock.millis());
        List<OpenCall> open = calls.shown(clock.millis());
        if (pages != null) {
            pages.keep(open);
        }
        return open;
    }

    void finish() throws IOException {
        if (pages != null) {
            pages.finish(calls.shown(clock.millis()));
        }
    }
}
