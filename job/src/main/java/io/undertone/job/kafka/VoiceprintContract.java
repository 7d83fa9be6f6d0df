package io.undertone.job.kafka;

import io.undertone.job.live.VoiceprintModel;
import io.undertone.job.live.VoiceprintQuestion;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schema.VoiceprintStatus;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.tracking.Voiceprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call's question for a voiceprint, and the answer, across Kafka's edge. */
final class VoiceprintContract {
    private VoiceprintContract() {}

    static VoiceprintRequest write(VoiceprintQuestion from) {
        return VoiceprintRequest.newBuilder()
                .setTenantId(from.id().tenantId)
                .setCallId(from.id().callId)
                .setCallStart(CallContract.instant(from.id().startMicros))
                .setPart(from.id().part)
                .setSpeakerId(from.speakerId())
                .setLegId(from.legId())
                .build();
    }

    static CallId call(VoiceprintAnswer from) {
        return new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
    }

    static Voiceprint read(VoiceprintAnswer from) {
        var voiceprint = new Voiceprint();
        voiceprint.speakerId = from.getSpeakerId();
        voiceprint.model = VoiceprintModel.of(text(from.getModelId()), text(from.getModelVersion()));
        List<Float> embedding = from.getEmbedding();
        if (from.getStatus() == VoiceprintStatus.FOUND && embedding != null) {
            voiceprint.embedding = new float[embedding.size()];
            for (int i = 0; i < voiceprint.embedding.length; i++) {
                voiceprint.embedding[i] = embedding.get(i);
            }
        }
        return voiceprint;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What is wrong with an answer, in words; null if it can be used. */
    static @Nullable String problem(VoiceprintAnswer from) {
        if (from.getStatus() == VoiceprintStatus.UNKNOWN) {
            return "an answer with a status that this release does not know";
        }
        return from.getStatus() == VoiceprintStatus.FOUND ? VoiceprintCheck.problem(from.getEmbedding()) : null;
    }
}
