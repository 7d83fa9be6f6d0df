package io.undertone.job.live;

import static io.undertone.job.runtime.Keyed.byCall;
import static io.undertone.job.runtime.Keyed.sameCall;
import static io.undertone.job.runtime.Step.ADMIT_MEDIA;
import static io.undertone.job.runtime.Step.ADMIT_UPDATES;
import static io.undertone.job.runtime.Step.ASSEMBLE_UTTERANCES;
import static io.undertone.job.runtime.Step.COMPLETE_UTTERANCES;
import static io.undertone.job.runtime.Step.DETECT_SPEECH;
import static io.undertone.job.runtime.Step.MEASURE_LOUDNESS;
import static io.undertone.job.runtime.Step.SEQUENCE_AUDIO;
import static io.undertone.job.runtime.Step.STORE_AUDIO;

import io.undertone.job.runtime.Admission;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The live leg: what happens to a call while it is on the line. */
public final class LiveGraph {
    private static final TypeInformation<CallItem> CALL_ITEM = TypeInformation.of(CallItem.class);

    private LiveGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(LiveInlets in, LiveOutlets out, LiveSettings settings) {
        var media = ADMIT_MEDIA.on(in.media().process(new Admission<>(ADMIT_MEDIA)));
        var updates = ADMIT_UPDATES.on(in.updates().process(new Admission<>(ADMIT_UPDATES)));

        var audio =
                SEQUENCE_AUDIO.on(byCall(media.union(updates)).transform("sequence", CALL_ITEM, sequencer(settings)));
        var speech = DETECT_SPEECH.on(sameCall(audio).transform("detect", CALL_ITEM, detector(settings)));
        var heard = MEASURE_LOUDNESS.on(sameCall(speech).process(new LoudnessMeasurer()));
        var products = ASSEMBLE_UTTERANCES.on(sameCall(heard).process(assembler(settings)));
        var stored = STORE_AUDIO.on(store(products, settings.audio()));
        var complete = COMPLETE_UTTERANCES.on(byCall(stored).process(new UtteranceCompleter()));

        out.insights().take(heard.getSideOutput(LoudnessMeasurer.INSIGHTS));
        out.utterances().take(complete);
        out.endedCalls().take(complete.getSideOutput(UtteranceCompleter.ENDED));
        out.deadLetters()
                .take(media.getSideOutput(Admission.REJECTED)
                        .union(updates.getSideOutput(Admission.REJECTED), audio.getSideOutput(CallSequencer.REJECTED)));
    }

    private static CallSequencer sequencer(LiveSettings settings) {
        return new CallSequencer(settings.lifecycle(), settings.reorderMillis(), settings.patience());
    }

    private static SpeechDetector detector(LiveSettings settings) {
        return new SpeechDetector(settings.speech(), settings.batching());
    }

    private static UtteranceAssembler assembler(LiveSettings settings) {
        return new UtteranceAssembler(
                settings.speech(), settings.utterances(), settings.audio().directory(), settings.recording());
    }

    private static SingleOutputStreamOperator<CallProduct> store(
            SingleOutputStreamOperator<CallProduct> products, AudioStorage audio) {
        return AsyncDataStream.unorderedWaitWithRetry(
                products,
                new PieceWriter(audio.threads()),
                audio.timeoutMillis(),
                TimeUnit.MILLISECONDS,
                audio.capacity(),
                new PieceRetries(audio.attempts(), audio.backoffMillis()));
    }
}
