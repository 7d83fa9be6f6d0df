package io.undertone.job.report;

import io.undertone.job.runtime.Meters;
import io.undertone.schema.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** Reports by how much of a call they tell. The usual words are there from the start, so that the first of a kind is seen to rise. */
final class ReportMeters {
    private static final List<String> TRANSCRIPT =
            List.of("COMPLETE", "PARTIAL", "FAILED", "NO_CONSENT", "NO_SPEECH", "NONE");
    private static final List<String> ANALYSIS =
            List.of("COMPLETE", "PARTIAL", "FAILED", "LANGUAGE", "NO_WORDS", "NONE");
    private static final List<String> PARTS = List.of("COMPLETE", "PARTIAL");

    private final ByStatus transcript;
    private final ByStatus analysis;
    private final ByStatus utterances;
    private final ByStatus moods;

    ReportMeters(MetricGroup step) {
        Meters meters = Meters.of(step);
        transcript = new ByStatus(meters, "transcript_status", TRANSCRIPT);
        analysis = new ByStatus(meters, "analysis_status", ANALYSIS);
        utterances = new ByStatus(meters, "utterance_status", PARTS);
        moods = new ByStatus(meters, "emotion_status", PARTS);
    }

    void count(Call call) {
        transcript.count(call.getTranscriptStatus());
        analysis.count(call.getAnalysisStatus());
        utterances.count(call.getUtteranceStatus());
        moods.count(call.getEmotionStatus());
    }

    private static final class ByStatus {
        private final Meters meters;
        private final String label;
        private final Map<String, Counter> counters = new HashMap<>();

        ByStatus(Meters meters, String label, List<String> usual) {
            this.meters = meters;
            this.label = label;
            usual.forEach(this::counter);
        }

        /** Null where there was nothing of which a status could be told. */
        void count(@Nullable String status) {
            if (status != null) {
                counter(status).inc();
            }
        }

        private Counter counter(String status) {
            return counters.computeIfAbsent(status, each -> meters.counter("reports", label, each));
        }
    }
}
