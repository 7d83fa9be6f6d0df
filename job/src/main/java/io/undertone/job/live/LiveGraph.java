package io.undertone.job.live;

import static io.undertone.job.runtime.Keyed.byCall;
import static io.undertone.job.runtime.Keyed.sameCall;
import static io.undertone.job.runtime.Step.ADMIT_FEEDBACK;
import static io.undertone.job.runtime.Step.ADMIT_MEDIA;
import static io.undertone.job.runtime.Step.ADMIT_UPDATES;
import static io.undertone.job.runtime.Step.ADMIT_VOICEPRINT_ANSWERS;
import static io.undertone.job.runtime.Step.ASSEMBLE_UTTERANCES;
import static io.undertone.job.runtime.Step.COMPLETE_UTTERANCES;
import static io.undertone.job.runtime.Step.CUT_MOOD_WINDOWS;
import static io.undertone.job.runtime.Step.CUT_WINDOWS;
import static io.undertone.job.runtime.Step.DETECT_SPEECH;
import static io.undertone.job.runtime.Step.EMBED_WINDOWS;
import static io.undertone.job.runtime.Step.ERASE_AUDIO;
import static io.undertone.job.runtime.Step.JUDGE_MOODS;
import static io.undertone.job.runtime.Step.MEASURE_LOUDNESS;
import static io.undertone.job.runtime.Step.READ_EMOTION;
import static io.undertone.job.runtime.Step.RELEASE_ERASURES;
import static io.undertone.job.runtime.Step.SEQUENCE_AUDIO;
import static io.undertone.job.runtime.Step.STORE_AUDIO;
import static io.undertone.job.runtime.Step.TRACK_SPEAKERS;

import io.undertone.job.audio.EraseAudio;
import io.undertone.job.inference.AskModel;
import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.QuietOperator;
import io.undertone.job.runtime.Step;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/** The live leg: what happens to a call while it is on the line. */
public final class LiveGraph {
    private static final TypeInformation<CallItem> CALL_ITEM = TypeInformation.of(CallItem.class);
    private static final TypeInformation<CallProduct> CALL_PRODUCT = TypeInformation.of(CallProduct.class);

    /** Little comes this way and no alert waits for it: a thread that looks for it every 5 ms costs more than it brings. */
    private static final long SELDOM_MILLIS = 50;

    private LiveGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(LiveInlets in, LiveOutlets out, LiveSettings settings) {
        Quarantine.Source aside = settings.quarantine();
        var media = ADMIT_MEDIA.on(in.media().process(new Admission<>(ADMIT_MEDIA, aside)));
        var updates = ADMIT_UPDATES
                .on(in.updates().process(new Admission<>(ADMIT_UPDATES, aside)))
                .setBufferTimeout(SELDOM_MILLIS);
        var voiceprints = ADMIT_VOICEPRINT_ANSWERS
                .on(in.voiceprints().process(new VoiceprintAdmission()))
                .setBufferTimeout(SELDOM_MILLIS);
        var verdicts = ADMIT_FEEDBACK
                .on(in.feedback().process(new FeedbackAdmission()))
                .setBufferTimeout(SELDOM_MILLIS);

        var audio =
                SEQUENCE_AUDIO.on(byCall(media.union(updates)).transform("sequence", CALL_ITEM, sequencer(settings)));
        var speech = DETECT_SPEECH.on(sameCall(audio).transform("detect", CALL_ITEM, detector(settings)));
        var heard = MEASURE_LOUDNESS.on(sameCall(speech).process(new LoudnessMeasurer().heeding(aside)));
        var windowed = CUT_WINDOWS.on(sameCall(heard).process(cutter(settings).heeding(aside)));
        var items = ASSEMBLE_UTTERANCES.on(
                sameCall(windowed).process(assembler(settings).heeding(aside)));
        var stored = STORE_AUDIO
                .on(store(items.getSideOutput(UtteranceAssembler.PIECES), settings))
                .setBufferTimeout(SELDOM_MILLIS);
        var erasures =
                RELEASE_ERASURES.on(byCall(stored).process(new ErasureGate())).setBufferTimeout(SELDOM_MILLIS);
        var erased = ERASE_AUDIO
                .on(EraseAudio.erase(erasures, ERASE_AUDIO, CALL_PRODUCT))
                .setBufferTimeout(SELDOM_MILLIS);
        var voices = EMBED_WINDOWS.on(embed(items.getSideOutput(UtteranceAssembler.WINDOWS), settings));
        var spoken = TRACK_SPEAKERS.on(
                byCall(items.union(voices, voiceprints)).transform("track", CALL_PRODUCT, tracker(settings)));
        var moods = CUT_MOOD_WINDOWS.on(sameCall(spoken.getSideOutput(SpeakerTracker.HEARD))
                .process(new MoodCutter(settings.judging().rights()).heeding(aside)));
        var read = READ_EMOTION.on(readEmotion(moods.getSideOutput(MoodCutter.WINDOWS), settings));
        var judged =
                JUDGE_MOODS.on(byCall(moods.union(read, verdicts)).transform("judge", CALL_PRODUCT, judge(settings)));
        var complete = COMPLETE_UTTERANCES
                .on(byCall(stored.union(erased, spoken, judged)).process(new UtteranceCompleter().heeding(aside)))
                .setBufferTimeout(SELDOM_MILLIS);

        out.alerts().take(judged.getSideOutput(MoodJudge.ALERTS));
        out.insights().take(judged.getSideOutput(MoodJudge.INSIGHTS));
        out.voiceprintRequests().take(spoken.getSideOutput(SpeakerTracker.QUESTIONS));
        out.utterances().take(complete);
        out.endedCalls().take(complete.getSideOutput(UtteranceCompleter.ENDED));
        out.deadLetters()
                .take(media.getSideOutput(Admission.REJECTED)
                        .union(
                                updates.getSideOutput(Admission.REJECTED),
                                voiceprints.getSideOutput(Admission.REJECTED),
                                verdicts.getSideOutput(Admission.REJECTED),
                                audio.getSideOutput(CallSequencer.REJECTED)));
    }

    private static QuietOperator<MediaRecord, CallItem> sequencer(LiveSettings settings) {
        return new CallSequencer(settings.lifecycle(), settings.reorderMillis(), settings.patience())
                .heeding(settings.quarantine());
    }

    private static SpeechDetector detector(LiveSettings settings) {
        return new SpeechDetector(settings.speech(), settings.batching()).heeding(settings.quarantine());
    }

    private static WindowCutter cutter(LiveSettings settings) {
        return new WindowCutter(
                settings.tracking().biometrics(), settings.judging().rights());
    }

    private static UtteranceAssembler assembler(LiveSettings settings) {
        return new UtteranceAssembler(
                settings.speech(), settings.utterances(), settings.audio().directory(), settings.recording());
    }

    private static QuietOperator<CallProduct, CallProduct> tracker(LiveSettings settings) {
        return new SpeakerTracker(settings.tracking(), settings.patience()).heeding(settings.quarantine());
    }

    private static QuietOperator<CallProduct, CallProduct> judge(LiveSettings settings) {
        return new MoodJudge(settings.judging(), settings.patience()).heeding(settings.quarantine());
    }

    private static SingleOutputStreamOperator<CallProduct> embed(
            DataStream<CallProduct> windows, LiveSettings settings) {
        ModelStage model = settings.tracking().model();
        var asking = new AskModel<>(model, new VoiceQuestion());
        return AskModel.ask(windows, model, unlessAside(EMBED_WINDOWS, asking, settings), CALL_PRODUCT);
    }

    private static SingleOutputStreamOperator<CallProduct> readEmotion(
            DataStream<CallProduct> windows, LiveSettings settings) {
        ModelStage model = settings.judging().model();
        var asking = new AskModel<>(model, new MoodQuestion());
        return AskModel.ask(windows, model, unlessAside(READ_EMOTION, asking, settings), CALL_PRODUCT);
    }

    private static RichAsyncFunction<CallProduct, CallProduct> unlessAside(
            Step step, AskModel<CallProduct, CallProduct> asking, LiveSettings settings) {
        return CallAsync.of(step, asking, settings.quarantine(), window -> List.of());
    }

    private static SingleOutputStreamOperator<CallProduct> store(
            DataStream<CallProduct> pieces, LiveSettings settings) {
        AudioStorage audio = settings.audio();
        return AsyncDataStream.unorderedWaitWithRetry(
                        pieces,
                        CallAsync.of(
                                STORE_AUDIO,
                                new PieceWriter(audio.threads()),
                                settings.quarantine(),
                                piece -> List.of(piece.unwritten())),
                        audio.timeoutMillis(),
                        TimeUnit.MILLISECONDS,
                        audio.capacity(),
                        new PieceRetries(audio.attempts(), audio.backoffMillis()))
                .returns(CALL_PRODUCT);
    }
}
