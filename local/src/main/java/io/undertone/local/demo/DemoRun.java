package io.undertone.local.demo;

import io.undertone.local.console.ProgressLine;
import io.undertone.local.console.Text;
import io.undertone.local.live.AlertLine;
import io.undertone.local.live.LiveTopics;
import io.undertone.local.live.Timelines;
import io.undertone.local.report.DatabaseStore;
import io.undertone.local.report.LakeReader;
import io.undertone.local.report.LakeStore;
import io.undertone.local.report.Store;
import io.undertone.local.report.StoreCounts;
import io.undertone.local.system.LocalSystem;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Watches a run until both stores hold every published call, or until nothing has moved for too long. */
final class DemoRun implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final long STORES_NANOS = Duration.ofSeconds(1).toNanos();
    /** Far above a commit (5 s) and the longest pause between restarts (10 s). */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalSystem system;
    private final LiveTopics topics;
    private final List<String> alerts = new ArrayList<>();
    private final Timelines timelines =
            new Timelines(Integer.MAX_VALUE, (call, event) -> alerts.add(AlertLine.of(call, event)));
    private final LiveCalls calls = new LiveCalls(timelines);
    private final List<Store> stores;
    private final Map<String, StoreCounts> written = new LinkedHashMap<>();

    private LiveCounts live = new LiveCounts(0, 0, 0, 0);
    private long storesDue;

    DemoRun(LocalSystem system) throws IOException {
        this.system = system;
        this.topics = LiveTopics.since(Instant.EPOCH, system.config().kafka().bootstrapServers());
        this.stores = List.of(
                new LakeStore(LakeReader.open(system.config().lake())),
                DatabaseStore.open(system.config().postgres()));
        stores.forEach(store -> written.put(store.name(), StoreCounts.NOTHING));
    }

    /** What is missing in the end, in words: nothing when all went well. */
    List<String> awaitAll(Expectation expectation, Playback playback, ProgressLine progress)
            throws IOException, InterruptedException {
        List<String> missing;
        Object moved = List.of();
        long quietSince = System.nanoTime();
        do {
            topics.follow(GLANCE, timelines);
            alerts.forEach(alert -> progress.say("Alert       " + alert));
            alerts.clear();
            live = calls.counts();
            lookIntoStores();
            missing = playback.isDone() ? expectation.missing(calls, written) : List.of("not all is published");
            progress.show(inWords());
            Object now = List.of(live, Map.copyOf(written), playback.soFar());
            if (!now.equals(moved)) {
                moved = now;
                quietSince = System.nanoTime();
            }
        } while (!missing.isEmpty() && !system.isBroken() && System.nanoTime() - quietSince < PATIENCE.toNanos());
        return missing;
    }

    /** What the live leg has told of each call. */
    Timelines timelines() {
        return timelines;
    }

    @Override
    public void close() throws IOException {
        topics.close();
        for (Store store : stores) {
            store.close();
        }
    }

    private void lookIntoStores() throws IOException {
        if (live.ended() == 0 || System.nanoTime() - storesDue < 0) {
            return;
        }
        for (Store store : stores) {
            written.put(store.name(), store.counts());
        }
        storesDue = System.nanoTime() + STORES_NANOS;
    }

    private String inWords() {
        long everywhere =
                written.values().stream().mapToLong(StoreCounts::calls).min().orElse(0);
        return "calls open %d · media heard %s · speaking now %d · calls ended %d · calls written %d"
                .formatted(live.open(), Text.clock(live.mediaSeconds()), live.speaking(), live.ended(), everywhere);
    }
}
