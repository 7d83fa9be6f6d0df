package io.undertone.local.endtoend;

import io.undertone.schema.CallInsight;
import io.undertone.schema.EndedCall;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.UtteranceEvent;
import io.undertone.schema.VoiceprintRequest;
import java.nio.file.Path;
import java.util.List;

/** All that came of one call: in files, topics and tables. */
record Told(
        List<Path> files,
        List<UtteranceEvent> utterances,
        List<CallInsight> insights,
        List<FrustrationEvent> alerts,
        List<VoiceprintRequest> requests,
        EndedCall end,
        WrittenCall rows,
        List<Row> windowRows) {
    /** What was told of seconds from then on. */
    Told from(int second) {
        return new Told(
                files,
                utterances.stream()
                        .filter(utterance -> utterance.getBeginSample() >= second * 8_000L)
                        .toList(),
                insights.stream()
                        .filter(insight -> insight.getMediaSecond() > second)
                        .toList(),
                alerts.stream()
                        .filter(alert -> alert.getBeginOffsetMs() >= second * 1_000L)
                        .toList(),
                List.of(),
                end,
                rows,
                windowRows);
    }
}
