package io.undertone.job.kafka;

import io.undertone.schema.EndedVerification;
import io.undertone.schema.EndedVoice;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.SpeakerVerdict;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VoiceFacts;
import org.jspecify.annotations.Nullable;

/** A leg's voices, and whether they are those it names, across Kafka's edge. */
final class EndedVoiceContract {
    private EndedVoiceContract() {}

    static EndedVoice write(VoiceFacts from) {
        return EndedVoice.newBuilder()
                .setNumber(from.number)
                .setSameAs(from.sameAs)
                .setRole(Enums.to(Role.class, from.role))
                .setRoleSource(Enums.to(RoleSource.class, from.roleSource))
                .setSpeakerId(from.speakerId)
                .setScore(from.score)
                .setWindows(from.windows)
                .build();
    }

    static VoiceFacts read(EndedVoice from) {
        var voice = new VoiceFacts();
        voice.number = from.getNumber();
        voice.sameAs = from.getSameAs();
        voice.role = Enums.to(io.undertone.udfs.call.Role.class, from.getRole());
        voice.roleSource = Enums.to(io.undertone.udfs.call.RoleSource.class, from.getRoleSource());
        voice.speakerId = from.getSpeakerId();
        voice.score = from.getScore();
        voice.windows = from.getWindows();
        return voice;
    }

    static @Nullable EndedVerification write(@Nullable VerificationFacts from) {
        return from == null
                ? null
                : new EndedVerification(
                        from.speakerId, Enums.to(SpeakerVerdict.class, from.verdict), from.score, from.answeredLate);
    }

    static @Nullable VerificationFacts read(@Nullable EndedVerification from) {
        if (from == null) {
            return null;
        }
        var verification = new VerificationFacts();
        verification.speakerId = from.getSpeakerId();
        verification.verdict = Enums.to(VerificationFacts.Verdict.class, from.getVerdict());
        verification.score = from.getScore();
        verification.answeredLate = from.getAnsweredLate();
        return verification;
    }
}
