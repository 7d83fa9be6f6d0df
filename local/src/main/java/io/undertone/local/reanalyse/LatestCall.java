package io.undertone.local.reanalyse;

import io.undertone.udfs.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a call as its latest analysis left it.
 *
 * @param transcriptStatus null in rows of an earlier release
 * @param transcriptFailures why words are missing; none where their audio is
 */
record LatestCall(
        CallId id,
        int revision,
        @Nullable String transcriptStatus,
        List<String> transcriptFailures,
        @Nullable String analysisStatus) {
    /** Why another analysis would bring nothing; null if it might. */
    @Nullable
    String obstacle(Set<String> wanted) {
        if (transcriptStatus == null) {
            return "an earlier release wrote it";
        }
        if (transcriptStatus.equals("NO_CONSENT") || transcriptStatus.equals("NO_SPEECH")) {
            return "there is nothing to transcribe: " + transcriptStatus;
        }
        boolean meaning = analysisStatus != null && wanted.contains(analysisStatus);
        boolean words = wanted.contains(transcriptStatus);
        if (!words && !meaning) {
            return "nothing of that is missing";
        }
        boolean incomplete = transcriptStatus.equals("PARTIAL") || transcriptStatus.equals("FAILED");
        boolean lost = incomplete && transcriptFailures.isEmpty();
        return lost && !meaning ? "the audio of the words that are missing was never stored" : null;
    }

    /** For people: which call, and how it stands. */
    String described() {
        Instant start = Instant.ofEpochSecond(0, Math.multiplyExact(id.startMicros, 1_000L));
        return "%s %s of %s%s, revision %d (transcript %s%s, analysis %s)"
                .formatted(
                        id.tenantId,
                        id.callId,
                        start,
                        id.part == 0 ? "" : ", part " + id.part,
                        revision,
                        transcriptStatus,
                        transcriptFailures.isEmpty() ? "" : " " + String.join(", ", transcriptFailures),
                        analysisStatus);
    }
}
