package io.undertone.local.live;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The timelines of calls, in the order in which they were first heard of. */
public final class Timelines implements LiveListener {
    private final int keptSeconds;
    private final AlertListener onAlert;
    private final Map<CallPart, CallTimeline> calls = new LinkedHashMap<>();

    /**
     * No calls yet.
     *
     * @param keptSeconds how far back each call is remembered
     * @param onAlert hears of each event of each alert once
     */
    public Timelines(int keptSeconds, AlertListener onAlert) {
        this.keptSeconds = keptSeconds;
        this.onAlert = onAlert;
    }

    @Override
    public void heard(CallPart call, HeardSecond second) {
        of(call).hear(second);
    }

    @Override
    public void judged(CallPart call, MoodWindow window) {
        of(call).judge(window);
    }

    @Override
    public void withdrawn(CallPart call, String legId) {
        of(call).withdraw(legId);
    }

    @Override
    public void alerted(CallPart call, AlertEvent event) {
        if (of(call).alert(event)) {
            onAlert.onAlert(call, event);
        }
    }

    @Override
    public void uttered(CallPart call, SpokenUtterance utterance) {
        of(call).utter(utterance);
    }

    @Override
    public void ended(CallPart call, CallEnd end) {
        of(call).end(end);
    }

    public @Nullable CallTimeline find(CallPart call) {
        return calls.get(call);
    }

    public Collection<CallTimeline> all() {
        return Collections.unmodifiableCollection(calls.values());
    }

    public void forget(CallPart call) {
        calls.remove(call);
    }

    private CallTimeline of(CallPart call) {
        return calls.computeIfAbsent(call, part -> new CallTimeline(part, keptSeconds));
    }
}
