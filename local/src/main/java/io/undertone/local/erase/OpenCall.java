package io.undertone.local.erase;

import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a call can be erased: of one that goes on, or is not written yet, more would come. */
final class OpenCall {
    /** Reports of ended calls take minutes, where transcriber and stores are up. */
    private static final long WRITTEN_MS = 3_600_000;

    private OpenCall() {}

    /** @param written whether a store has rows of it */
    static void refuse(UndertoneConfig config, String name, List<Trace> traces, boolean written, Instant now)
            throws IOException {
        Instant heard = newest(traces, "call-media");
        Instant ended = newest(traces, "ended-calls");
        if (heard != null && (ended == null || ended.isBefore(heard))) {
            Instant closed = heard.plusMillis(config.live().lifecycle().holdMs());
            if (now.isBefore(closed)) {
                throw new IOException(
                        "%s is still open: end it, or wait until %s, when it is closed by then at the latest; last heard %s"
                                .formatted(name, closed, heard));
            }
        }
        if (!written && ended != null && now.isBefore(ended.plusMillis(WRITTEN_MS))) {
            throw new IOException(
                    "%s ended %s and no store has rows of it: its report is still to come, or it is erased already. Erase it after %s; --dry-run shows what there is now"
                            .formatted(name, ended, ended.plusMillis(WRITTEN_MS)));
        }
    }

    private static @Nullable Instant newest(List<Trace> traces, String topic) {
        return traces.stream()
                .filter(trace -> trace.topic().name().equals(topic))
                .map(Trace::newest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
