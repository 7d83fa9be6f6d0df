package io.undertone.local.watch;

import io.undertone.local.live.AlertEvent;
import io.undertone.local.live.AlertListener;
import io.undertone.local.live.CallEnd;
import io.undertone.local.live.CallPart;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.HeardSecond;
import io.undertone.local.live.LiveListener;
import io.undertone.local.live.MoodWindow;
import io.undertone.local.live.SpokenUtterance;
import io.undertone.local.live.Timelines;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The calls that are open, by Kafka's time: one that ended is shown a little longer, one without news for a minute. */
final class OpenCalls implements LiveListener {
    /** For who is just looking at it. */
    static final long LINGER_MILLIS = 5_000;

    static final long SHOWN_MILLIS = 60_000;
    /** A hold may last for 30 min without a word of the call; after that its end would have been told. */
    static final long KEPT_MILLIS = 35 * 60_000;
    /** Topics are read side by side: what ended may still be heard of. */
    private static final int REMEMBERED_ENDS = 10_000;

    private final WatchedCalls watched;
    private final Timelines timelines;
    private final Map<CallPart, Long> lastHeard = new LinkedHashMap<>();
    private final Set<CallPart> over = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CallPart, Boolean> eldest) {
            return size() > REMEMBERED_ENDS;
        }
    });

    OpenCalls(WatchedCalls watched, int keptSeconds, AlertListener onAlert) {
        this.watched = watched;
        this.timelines = new Timelines(keptSeconds, onAlert);
    }

    @Override
    public void news(CallPart call, long atMillis) {
        if (isOpen(call)) {
            lastHeard.merge(call, atMillis, Math::max);
        }
    }

    @Override
    public void heard(CallPart call, HeardSecond second) {
        if (isOpen(call)) {
            timelines.heard(call, second);
        }
    }

    @Override
    public void judged(CallPart call, MoodWindow window) {
        if (isOpen(call)) {
            timelines.judged(call, window);
        }
    }

    @Override
    public void withdrawn(CallPart call, String legId) {
        if (isOpen(call)) {
            timelines.withdrawn(call, legId);
        }
    }

    @Override
    public void alerted(CallPart call, AlertEvent event) {
        if (isOpen(call)) {
            timelines.alerted(call, event);
        }
    }

    @Override
    public void uttered(CallPart call, SpokenUtterance utterance) {
        if (isOpen(call)) {
            timelines.uttered(call, utterance);
        }
    }

    @Override
    public void ended(CallPart call, CallEnd end) {
        if (isOpen(call)) {
            timelines.ended(call, end);
        }
    }

    /** Forgets calls that are over. */
    void sweep(long nowMillis) {
        for (CallTimeline call : List.copyOf(timelines.all())) {
            long quiet = quietMillis(call, nowMillis);
            boolean hasEnded = call.end() != null;
            if (quiet > (hasEnded ? LINGER_MILLIS : KEPT_MILLIS)) {
                timelines.forget(call.part());
                lastHeard.remove(call.part());
                if (hasEnded) {
                    over.add(call.part());
                }
            }
        }
    }

    /** In the order in which they were first heard of. */
    List<OpenCall> shown(long nowMillis) {
        return timelines.all().stream()
                .map(call -> new OpenCall(call, quietMillis(call, nowMillis)))
                .filter(call -> call.quietMillis() <= (call.hasEnded() ? LINGER_MILLIS : SHOWN_MILLIS))
                .toList();
    }

    private long quietMillis(CallTimeline call, long nowMillis) {
        return Math.max(0, nowMillis - lastHeard.getOrDefault(call.part(), 0L));
    }

    private boolean isOpen(CallPart call) {
        return watched.contain(call) && !over.contains(call);
    }
}
