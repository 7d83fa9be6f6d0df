package io.undertone.job.voices;

import static io.undertone.job.runtime.Keyed.bySpeaker;
import static io.undertone.job.runtime.Step.ADMIT_ENROLLMENTS;
import static io.undertone.job.runtime.Step.ADMIT_VOICEPRINTS;
import static io.undertone.job.runtime.Step.ADMIT_VOICEPRINT_REQUESTS;
import static io.undertone.job.runtime.Step.EMBED_VOICES;
import static io.undertone.job.runtime.Step.HEAR_ENROLLMENTS;
import static io.undertone.job.runtime.Step.KEEP_VOICES;

import io.undertone.job.inference.AskModel;
import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.Admission;
import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The voices leg: how a speaker comes to be known by voice, and forgotten again. */
public final class VoicesGraph {
    private VoicesGraph() {}

    /** Builds the graph between {@code in} and {@code out}. */
    public static void build(VoicesInlets in, VoicesOutlets out, VoicesSettings settings) {
        var enrollments = admit(ADMIT_ENROLLMENTS, in.enrollments());
        var requests = admit(ADMIT_VOICEPRINT_REQUESTS, in.requests());
        var voiceprints = admit(ADMIT_VOICEPRINTS, in.voiceprints());

        var heard = HEAR_ENROLLMENTS.on(enrollments.process(new EnrolmentHearer(settings)));
        var embedded = EMBED_VOICES.on(embed(heard, settings.model()));
        var kept = KEEP_VOICES.on(
                bySpeaker(embedded.union(requests, voiceprints)).process(new VoiceKeeper(settings.memory())));

        out.voiceprints().take(kept);
        out.results().take(heard.getSideOutput(EnrolmentHearer.RESULTS).union(kept.getSideOutput(VoiceKeeper.RESULTS)));
        out.answers().take(kept.getSideOutput(VoiceKeeper.ANSWERS));
        out.deadLetters()
                .take(enrollments
                        .getSideOutput(Admission.REJECTED)
                        .union(
                                requests.getSideOutput(Admission.REJECTED),
                                voiceprints.getSideOutput(Admission.REJECTED),
                                heard.getSideOutput(EnrolmentHearer.REJECTED),
                                kept.getSideOutput(VoiceKeeper.REJECTED)));
    }

    private static SingleOutputStreamOperator<VoiceRecord> admit(Step step, DataStream<VoiceRecord> records) {
        return step.on(records.process(new Admission<>(step)));
    }

    private static SingleOutputStreamOperator<VoiceRecord> embed(DataStream<VoiceRecord> heard, ModelStage model) {
        var asking = new AskModel<>(model, new EnrolmentQuestion());
        return AskModel.ask(
                heard,
                model,
                CallAsync.of(EMBED_VOICES, asking, Quarantine.NONE, List::of),
                TypeInformation.of(VoiceRecord.class));
    }
}
