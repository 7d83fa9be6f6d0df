package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.T0;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.call.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A call told record by record, and what came out of it. Times are milliseconds after {@link TestFrame#T0}. A record arrives when
 * it has been captured, or now if that is later; deadlines are looked at by {@link #advanceTo} only.
 */
final class CallScenario implements CallListener {
    static final int REORDER_MILLIS = 400;

    final List<HeardPart> parts = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final List<RecordOrigin> refusedOrigins = new ArrayList<>();
    CallState call = new CallState();
    int changes;
    /** Refusals of records that no open call counts. */
    int uncounted;
    /** Records that an end announced without there having been time for them. */
    long overstated;

    private final CallIntake intake;
    private long now;
    private long quietSince;

    CallScenario() {
        this(LifecycleSettings.DEFAULTS);
    }

    CallScenario(LifecycleSettings settings) {
        intake = new CallIntake(settings, REORDER_MILLIS);
    }

    CallScenario started() {
        return signal(Kind.STARTED, 0);
    }

    CallScenario frame(String leg, long sequence) {
        return frame(TestFrame.media(leg, sequence));
    }

    CallScenario frames(String leg, long from, long to) {
        for (long sequence = from; sequence < to; sequence++) {
            frame(leg, sequence);
        }
        return this;
    }

    CallScenario frame(TestFrame record) {
        MediaFrame frame = record.build();
        now = Math.max(now, frame.endMicros() / 1_000 - T0);
        return published(now, frame);
    }

    /** A record that arrives now and was published then, whatever it says of its capture. */
    CallScenario published(long atMillis, MediaFrame frame) {
        if (frame.origin.recordMillis == 0) {
            frame.origin.recordMillis = T0 + atMillis;
        }
        intake.frame(call, frame, T0 + now, this);
        return this;
    }

    CallScenario signal(Kind kind, long atMillis) {
        return signal(kind, atMillis, signal -> {});
    }

    CallScenario signal(Kind kind, long atMillis, Consumer<CallSignal> content) {
        var signal = new CallSignal();
        signal.kind = kind;
        signal.atMicros = (T0 + atMillis) * 1_000;
        content.accept(signal);
        now = Math.max(now, atMillis);
        intake.signal(call, signal, T0 + now, this);
        return this;
    }

    CallScenario ended(long atMillis) {
        return ended(atMillis, Map.of());
    }

    /** ENDED, naming the last sequence of each {@code leg/stream}. */
    CallScenario ended(long atMillis, Map<String, Long> lastSequences) {
        return signal(Kind.ENDED, atMillis, signal -> signal.lastSequences.putAll(lastSequences));
    }

    /** Another system says something. */
    CallScenario update(Consumer<CallFacts> facts) {
        return signal(Kind.UPDATED_ELSEWHERE, now, signal -> facts.accept(signal.facts));
    }

    /** Lets time pass, acting on every deadline on the way; what may be forgotten is. */
    CallScenario advanceTo(long millis) {
        for (long due = due(); due <= millis; due = due()) {
            now = Math.max(now, due);
            boolean wasClosed = !isOpen();
            if (intake.due(call, T0 + now, T0 + quietSince, this)) {
                call = new CallState();
                break;
            }
            assertThat(wasClosed).as("a deadline that is due, but does nothing").isFalse();
        }
        now = Math.max(now, millis);
        return this;
    }

    CallScenario advance(long millis) {
        return advanceTo(now + millis);
    }

    CallScenario quietSince(long millis) {
        quietSince = millis;
        return this;
    }

    long due() {
        return intake.dueMillis(call, T0 + quietSince) - T0;
    }

    boolean isOpen() {
        return call.life.phase == CallPhase.ACTIVE || call.life.phase == CallPhase.ENDING;
    }

    HeardPart last() {
        return parts.get(parts.size() - 1);
    }

    /** How the last part was closed. */
    CallHeader header() {
        return last().header();
    }

    LegState leg(String leg) {
        return Objects.requireNonNull(call.legs.get(leg), leg);
    }

    String timeline(String leg) {
        return last().timeline(leg);
    }

    List<Reason> reasons() {
        return refusals.stream().map(Refusal::reason).toList();
    }

    @Override
    public void changed(CallState call) {
        changes++;
        if (parts.isEmpty() || last().header != null) {
            parts.add(new HeardPart(call));
        }
    }

    @Override
    public void media(CallState call, LegChunk chunk) {
        last().hear(chunk);
    }

    @Override
    public void recalled(CallState call, Recall recall) {
        last().recall(recall);
    }

    @Override
    public void closed(CallState call, CallHeader header) {
        last().close(call, header);
    }

    @Override
    public void overstated(CallState call, long records) {
        overstated += records;
    }

    @Override
    public void refused(CallState call, MediaFrame frame, Refusal refusal) {
        refusals.add(refusal);
        uncounted += isOpen() ? 0 : 1;
        refusedOrigins.add(frame.origin);
    }
}
