package io.undertone.job.live;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.speech.LegScan;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.SpeechCallState;
import io.undertone.udfs.speech.SpeechLegState;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hears where speech is, many calls in one run of the network: items wait in one queue, in their order, until enough legs have
 * frames or a short timer fires; then all of them are scored in rounds and go on.
 *
 * <p>Owned state: {@link SpeechCallState}, from a call's first media to its end. Nothing waits across a barrier: the queue is
 * emptied before each, so it needs no state. Between two flushes, states of the queue's calls are kept in {@code touched}.
 */
public final class SpeechDetector extends AbstractStreamOperator<CallItem>
        implements OneInputStreamOperator<CallItem, CallItem>, BoundedOneInput, ProcessingTimeCallback {
    private record Waiting(CallItem item, List<LegScan> scans) {}

    private final SpeechSettings speech;
    private final SpeechBatching batching;
    private Quarantine.Source source = Quarantine.NONE;

    private transient @Nullable Quarantine aside;
    private transient @Nullable SileroVad vad;
    private transient @Nullable SpeechRounds rounds;
    private transient @Nullable SpeechMeters meters;
    private transient @Nullable ValueState<SpeechCallState> calls;
    private transient @Nullable Map<String, SpeechCallState> touched;
    private transient @Nullable List<Waiting> queue;
    /** Null when none is set; one that fires on an empty queue does nothing. */
    private transient @Nullable ScheduledFuture<?> flushTimer;

    private transient long lastRunMillis;

    public SpeechDetector(SpeechSettings speech, SpeechBatching batching) {
        this.speech = speech;
        this.batching = batching;
    }

    /** The same step, which leaves alone what {@code quarantine} puts aside. */
    public SpeechDetector heeding(Quarantine.Source quarantine) {
        source = quarantine;
        return this;
    }

    @Override
    public void open() throws Exception {
        super.open();
        aside = source.open();
        vad = SileroVad.open(batching.models().store(new FlinkFiles()), batching.maxRows());
        rounds = new SpeechRounds(vad, speech, batching.maxRows());
        calls = getRuntimeContext().getState(new ValueStateDescriptor<>("speech", SpeechCallState.class));
        touched = new HashMap<>();
        queue = new ArrayList<>();
        meters = new SpeechMeters(getMetricGroup(), rounds);
    }

    @Override
    public void processElement(StreamRecord<CallItem> record) throws Exception {
        CallItem item = record.getValue();
        if (Opened.of(aside).holds(item)) {
            leave(item);
            return;
        }
        List<LegScan> scans;
        try {
            scans = scans(item);
        } catch (Exception bug) {
            throw StepFailure.in(Step.DETECT_SPEECH, item, bug);
        }
        if (scans.isEmpty() && Opened.of(queue).isEmpty()) {
            output.collect(record);
            return;
        }
        if (Opened.of(queue).isEmpty()) {
            Opened.of(meters).waits(now());
        }
        Opened.of(queue).add(new Waiting(item, scans));
        if (Opened.of(rounds).waiting() >= batching.maxRows()) {
            flush();
        } else if (flushTimer == null) {
            flushTimer = getProcessingTimeService().registerTimer(now() + batching.waitMillis(lastRunMillis), this);
        }
    }

    @Override
    public void onProcessingTime(long timestamp) throws Exception {
        flushTimer = null;
        flush();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
    }

    @Override
    public void endInput() throws Exception {
        flush();
    }

    @Override
    public void close() throws Exception {
        if (flushTimer != null) {
            flushTimer.cancel(false);
        }
        if (aside != null) {
            aside.close();
        }
        SileroVad open = vad;
        vad = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            super.close();
        }
    }

    /** The call is put aside: nothing of it is kept, and no more goes on than the word. */
    private void leave(CallItem item) throws Exception {
        flush();
        setCurrentKey(item.key());
        Opened.of(calls).clear();
        output.collect(new StreamRecord<>(CallItem.aside(item.id(), item.origin())));
    }

    private List<LegScan> scans(CallItem item) throws Exception {
        if (item.chunk() != null) {
            SpeechLegState leg = touch(item.key()).leg(item.chunk().legId());
            return List.of(Opened.of(rounds).add(leg, item.chunk()));
        }
        if (item.recall() != null) {
            String legId = item.recall().legId;
            return List.of(Opened.of(rounds).recall(touch(item.key()).leg(legId), legId));
        }
        return item.ended() == null ? List.of() : lastScans(item.key(), item.ended());
    }

    private List<LegScan> lastScans(String key, EndedCallFacts ended) throws Exception {
        SpeechCallState call = touch(key);
        List<LegScan> scans = new ArrayList<>();
        for (LegSummary leg : ended.legs) {
            scans.add(Opened.of(rounds).finish(call.leg(leg.legId), leg.legId));
        }
        Opened.of(touched).put(key, new SpeechCallState());
        return scans;
    }

    private SpeechCallState touch(String key) throws Exception {
        SpeechCallState call = Opened.of(touched).get(key);
        if (call == null) {
            call = Opened.of(calls).value();
            call = call == null ? new SpeechCallState() : call;
            Opened.of(touched).put(key, call);
        }
        return call;
    }

    /** The run's time includes what the steps behind it in this task do with its results. */
    private void flush() throws Exception {
        long began = now();
        List<Waiting> ready = Opened.of(queue);
        try {
            Opened.of(rounds).run();
            Opened.of(meters).ran(began, now(), ready.isEmpty());
            remember();
        } catch (Exception bug) {
            throw StepFailure.amid(
                    Step.DETECT_SPEECH, ready.stream().map(Waiting::item).toList(), bug);
        }
        queue = new ArrayList<>();
        for (Waiting waiting : ready) {
            emit(waiting);
        }
        lastRunMillis = now() - began;
    }

    private long now() {
        return getProcessingTimeService().getCurrentProcessingTime();
    }

    private void remember() throws Exception {
        for (Map.Entry<String, SpeechCallState> call : Opened.of(touched).entrySet()) {
            setCurrentKey(call.getKey());
            if (call.getValue().legs.isEmpty()) {
                Opened.of(calls).clear();
            } else {
                Opened.of(calls).update(call.getValue());
            }
        }
        Opened.of(touched).clear();
    }

    private void emit(Waiting waiting) {
        CallItem item = waiting.item();
        if (item.recall() != null) {
            output.collect(
                    new StreamRecord<>(item)); // before the cut, which would close an utterance with what is taken back
        }
        for (LegScan scan : waiting.scans()) {
            if (scan.frames().frames() > 0 || scan.frames().cut()) {
                output.collect(new StreamRecord<>(CallItem.frames(item.id(), item.origin(), scan.frames())));
            }
        }
        if (item.chunk() == null && item.recall() == null) {
            output.collect(new StreamRecord<>(item));
        }
    }
}
