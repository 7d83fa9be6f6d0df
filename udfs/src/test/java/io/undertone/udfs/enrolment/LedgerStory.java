package io.undertone.udfs.enrolment;

import io.undertone.udfs.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A ledger, a speaker and what came out: what its tests share. */
abstract class LedgerStory {
    static final long CALL = 4_000;
    static final long MEMORY = 25_000;
    static final float[] EAST = {1, 0};
    static final float[] NORTH = {0, 1};

    final VoiceLedger ledger = new VoiceLedger(new VoiceMemory(CALL, MEMORY));
    final VoiceState speaker = new VoiceState();
    final Heard heard = new Heard();

    final Voiceprint held() {
        return Objects.requireNonNull(speaker.voiceprint);
    }

    final void enrol(String id, long atMillis, float[] embedding) {
        ledger.enrol(speaker, enrolment(id, atMillis, embedding), atMillis, heard);
    }

    final void ask(String call, long askedMillis, long nowMillis) {
        ledger.ask(speaker, new AskingCall(new CallId("acme", call, 1_000, 0), askedMillis), nowMillis, heard);
    }

    final void forget(long atMillis) {
        ledger.forget(speaker, atMillis, atMillis, heard);
    }

    final void publish(Voiceprint voiceprint) {
        ledger.published(speaker, voiceprint, heard);
    }

    static Enrolment enrolment(String id, long atMillis, float[] embedding) {
        var enrolment = new Enrolment();
        enrolment.enrollmentId = id;
        enrolment.name = "Ann";
        enrolment.atMillis = atMillis;
        enrolment.speechSeconds = 5;
        enrolment.lufs = -20.0;
        enrolment.meanAbsolute = 0.1;
        enrolment.modelId = "m";
        enrolment.modelVersion = "1";
        enrolment.embedding = embedding;
        return enrolment;
    }

    static Voiceprint voiceprint(int enrollments, long sinceMillis, String... ids) {
        var voiceprint = new Voiceprint();
        voiceprint.embedding = EAST;
        voiceprint.modelId = "m";
        voiceprint.modelVersion = "1";
        voiceprint.enrollments = enrollments;
        voiceprint.enrollmentIds.addAll(List.of(ids));
        voiceprint.sinceMillis = sinceMillis;
        voiceprint.updatedMillis = sinceMillis;
        return voiceprint;
    }

    /** What came out, a line each. */
    static final class Heard implements VoiceListener {
        final List<String> lines = new ArrayList<>();
        String detail = "";
        long atMillis;

        @Override
        public void voiceprint(@Nullable Voiceprint voiceprint, long atMillis) {
            lines.add(
                    voiceprint == null
                            ? "tombstone at " + atMillis
                            : "voiceprint %d at %d".formatted(voiceprint.enrollments, atMillis));
        }

        @Override
        public void result(EnrolmentOutcome outcome) {
            detail = Objects.requireNonNullElse(outcome.detail(), "");
            atMillis = outcome.atMillis();
            lines.add("%s %s %d%s"
                    .formatted(
                            outcome.status(),
                            outcome.enrollmentId(),
                            outcome.enrollments(),
                            outcome.reason() == null ? "" : " " + outcome.reason()));
        }

        @Override
        public void answer(AskingCall call, VoiceStatus status, @Nullable Voiceprint voiceprint) {
            lines.add("%s %s%s"
                    .formatted(call.id.callId, status, voiceprint == null ? "" : " " + voiceprint.enrollments));
        }
    }
}
