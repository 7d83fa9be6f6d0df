package io.undertone.local.endtoend;

import io.undertone.job.live.CallItem;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.CallSequencer;
import io.undertone.job.live.ErasureGate;
import io.undertone.job.live.Insight;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.live.LoudnessMeasurer;
import io.undertone.job.live.MediaRecord;
import io.undertone.job.live.MoodCutter;
import io.undertone.job.live.MoodJudge;
import io.undertone.job.live.SpeakerTracker;
import io.undertone.job.live.SpeechDetector;
import io.undertone.job.live.UtteranceAssembler;
import io.undertone.job.live.UtteranceCompleter;
import io.undertone.job.live.WindowCutter;
import io.undertone.job.runtime.Keyed;
import io.undertone.job.runtime.Quarantine;
import io.undertone.udfs.speech.Erasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/** The keyed stages of the live leg, one behind the other in this thread; audio counts as stored as soon as it is cut. */
final class LiveChain implements AutoCloseable {
    private static final OutputTag<Insight> INSIGHTS = new OutputTag<>("insights") {};
    private static final OutputTag<CallProduct> PIECES = new OutputTag<>("pieces") {};
    private static final OutputTag<CallProduct> WINDOWS = new OutputTag<>("windows") {};
    private static final OutputTag<CallProduct> HEARD = new OutputTag<>("heard") {};
    private static final OutputTag<CallProduct> EMOTION_WINDOWS = new OutputTag<>("emotion-windows") {};
    private static final OutputTag<CallProduct> ENDED = new OutputTag<>("ended") {};

    final List<CallProduct> ended = new ArrayList<>();
    final List<Erasure> erasures = new ArrayList<>();
    long insights;
    long windows;
    long utterances;

    private final Stage<MediaRecord, CallItem> sequence;
    private final Stage<CallItem, CallItem> detect;
    private final Stage<CallItem, CallItem> measure;
    private final Stage<CallItem, CallItem> window;
    private final Stage<CallItem, CallProduct> assemble;
    private final Stage<CallProduct, CallProduct> release;
    private final Stage<CallProduct, CallProduct> track;
    private final Stage<CallProduct, CallProduct> moods;
    private final Stage<CallProduct, CallProduct> judge;
    private final Stage<CallProduct, CallProduct> complete;
    private final List<Stage<?, ?>> stages;

    LiveChain(LiveSettings settings, Quarantine.Source aside, long startMillis) throws Exception {
        sequence = new Stage<>(
                "sequence-audio",
                new CallSequencer(settings.lifecycle(), settings.reorderMillis(), settings.patience()).heeding(aside),
                startMillis);
        detect = new Stage<>(
                "detect-speech",
                new SpeechDetector(settings.speech(), settings.batching()).heeding(aside),
                startMillis);
        measure = new Stage<>(
                "measure-loudness", new KeyedProcessOperator<>(new LoudnessMeasurer().heeding(aside)), startMillis);
        window = new Stage<>(
                "cut-windows",
                new KeyedProcessOperator<>(new WindowCutter(
                                settings.tracking().biometrics(),
                                settings.judging().rights())
                        .heeding(aside)),
                startMillis);
        assemble = new Stage<>(
                "assemble-utterances",
                new KeyedProcessOperator<>(new UtteranceAssembler(
                                settings.speech(),
                                settings.utterances(),
                                settings.audio().directory(),
                                settings.recording())
                        .heeding(aside)),
                startMillis);
        release = new Stage<>("release-erasures", new KeyedProcessOperator<>(new ErasureGate()), startMillis);
        track = new Stage<>(
                "track-speakers",
                new SpeakerTracker(settings.tracking(), settings.patience()).heeding(aside),
                startMillis);
        moods = new Stage<>(
                "cut-mood-windows",
                new KeyedProcessOperator<>(new MoodCutter(settings.judging().rights()).heeding(aside)),
                startMillis);
        judge = new Stage<>(
                "judge-moods", new MoodJudge(settings.judging(), settings.patience()).heeding(aside), startMillis);
        complete = new Stage<>(
                "complete-utterances",
                new KeyedProcessOperator<>(new UtteranceCompleter().heeding(aside)),
                startMillis);
        stages = List.of(sequence, detect, measure, window, assemble, release, track, moods, judge, complete);
    }

    void take(MediaRecord record) throws Exception {
        sequence.take(record);
        pass();
    }

    void clock(long millis) throws Exception {
        for (Stage<?, ?> stage : stages) {
            stage.harness.setProcessingTime(millis);
        }
        pass();
    }

    /** Bytes of keyed state in a checkpoint, by stage, without what a checkpoint without calls takes. */
    Map<String, Long> stateBytes() throws Exception {
        var bytes = new LinkedHashMap<String, Long>();
        for (Stage<?, ?> stage : stages) {
            stage.harness.prepareSnapshotPreBarrier(1);
            pass();
            bytes.put(stage.name, stage.snapshotBytes() - stage.emptyBytes);
        }
        return bytes;
    }

    /** Keyed entries and timers that are left. */
    int leftOvers() {
        return stages.stream()
                .mapToInt(stage -> stage.harness.numKeyedStateEntries() + stage.harness.numProcessingTimeTimers())
                .sum();
    }

    @Override
    public void close() {
        IOUtils.closeAllQuietly(stages.stream().map(stage -> stage.harness).toList());
    }

    private void pass() throws Exception {
        for (CallItem item : sequence.drain()) {
            detect.take(item);
        }
        for (CallItem item : detect.drain()) {
            measure.take(item);
        }
        for (CallItem item : measure.drain()) {
            window.take(item);
        }
        for (CallItem item : window.drain()) {
            assemble.take(item);
        }
        for (CallProduct product : assemble.drain(PIECES)) {
            if (product.piece != null) {
                product.piece.stored = true;
                product.muLaw = null;
            }
            complete.take(product);
            release.take(product);
        }
        for (CallProduct erasure : release.drain()) {
            erasures.add(Objects.requireNonNull(erasure.erasure));
            complete.take(erasure.erased());
        }
        for (CallProduct product : assemble.drain(WINDOWS)) {
            track.take(embedded(product));
        }
        for (CallProduct product : assemble.drain()) {
            track.take(product);
        }
        for (CallProduct product : track.drain()) {
            complete.take(product);
        }
        for (CallProduct product : track.drain(HEARD)) {
            moods.take(product);
        }
        judgeMoods();
        utterances += complete.drain().size();
        ended.addAll(complete.drain(ENDED));
    }

    private void judgeMoods() throws Exception {
        for (CallProduct product : moods.drain(EMOTION_WINDOWS)) {
            windows++;
            product.muLaw = null;
            product.scores = new float[] {0.1f, 0, 0.9f, 0};
            judge.take(product);
        }
        for (CallProduct product : moods.drain()) {
            judge.take(product);
        }
        insights += judge.drain(INSIGHTS).size();
        for (CallProduct product : judge.drain()) {
            complete.take(product);
        }
    }

    /** Every window's voice is that of its leg: which one it is makes no difference to how much is remembered. */
    private static CallProduct embedded(CallProduct window) {
        window.muLaw = null;
        window.embedding = new float[256];
        int dimension =
                Math.floorMod(Objects.requireNonNull(window.window).legId.hashCode(), 256);
        Objects.requireNonNull(window.embedding)[dimension] = 1;
        return window;
    }

    private static final class Stage<I extends Keyed, O> {
        final String name;
        final KeyedOneInputStreamOperatorTestHarness<String, I, O> harness;
        final long emptyBytes;

        Stage(String name, OneInputStreamOperator<I, O> operator, long startMillis) throws Exception {
            this.name = name;
            harness = new KeyedOneInputStreamOperatorTestHarness<>(operator, Keyed::key, Types.STRING);
            harness.setProcessingTime(startMillis);
            harness.open();
            emptyBytes = snapshotBytes();
        }

        void take(I element) throws Exception {
            harness.processElement(new StreamRecord<>(element));
        }

        List<O> drain() {
            if (harness.getOutput().isEmpty()) {
                return List.of();
            }
            List<O> values = harness.extractOutputValues();
            harness.getOutput().clear();
            return values;
        }

        <X> List<X> drain(OutputTag<X> tag) {
            var side = harness.getSideOutput(tag);
            if (side == null || side.isEmpty()) {
                return List.of();
            }
            List<X> values = side.stream().map(StreamRecord::getValue).toList();
            side.clear();
            return values;
        }

        long snapshotBytes() throws Exception {
            return harness.snapshot(1, 1).getStateSize();
        }
    }
}
