package io.undertone.local.watch;

import io.undertone.local.live.CallPart;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps the pages of open calls up to date: every few seconds of media, and once more when all of a call is known. */
final class OpenPages {
    private static final long EVERY_SECONDS = 10;
    /** Topics are read side by side: the header may be there before the last of the call. */
    private static final long SETTLED_MILLIS = 2_000;

    private static final long WHOLE = Long.MAX_VALUE;

    private final Pages pages;
    /** Seconds of media on each page. */
    private final Map<CallPart, Long> written = new HashMap<>();

    OpenPages(Pages pages) {
        this.pages = pages;
    }

    void keep(List<OpenCall> open) throws IOException {
        for (OpenCall call : open) {
            long until = written.getOrDefault(call.timeline().part(), -EVERY_SECONDS);
            if (call.hasEnded() && call.quietMillis() >= SETTLED_MILLIS && until != WHOLE) {
                write(call, WHOLE);
            } else if (!call.hasEnded() && call.timeline().mediaSeconds() - until >= EVERY_SECONDS) {
                write(call, call.timeline().mediaSeconds());
            }
        }
        written.keySet()
                .retainAll(open.stream().map(call -> call.timeline().part()).collect(Collectors.toSet()));
    }

    /** All once more, for nobody keeps them up to date from now on. */
    void finish(List<OpenCall> open) throws IOException {
        for (OpenCall call : open) {
            write(call, WHOLE);
        }
    }

    private void write(OpenCall call, long until) throws IOException {
        CallTimeline timeline = call.timeline();
        pages.write(timeline);
        written.put(timeline.part(), until);
    }
}
