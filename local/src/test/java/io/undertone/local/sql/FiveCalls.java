package io.undertone.local.sql;

import static io.undertone.job.lake.LakeTable.CALLS;
import static io.undertone.job.lake.LakeTable.FRUSTRATION_EVENTS;
import static io.undertone.job.lake.LakeTable.SILENCES;
import static io.undertone.job.lake.LakeTable.UTTERANCES;

import io.undertone.local.report.SampleLake;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.data.Record;

/**
 * Five calls with words: {@code refused} was analysed twice and ends in a quarrel, {@code refunded} and {@code moved} go well,
 * {@code broken} has some of its words, {@code silent} none, as nobody agreed to a recording.
 */
final class FiveCalls {
    private final SampleLake lake;

    private FiveCalls(SampleLake lake) {
        this.lake = lake;
    }

    static void addTo(SampleLake lake) throws IOException {
        var calls = new FiveCalls(lake);
        calls.refused(0, "Nonsense");
        calls.refused(1, "Refund");
        calls.alerts("refused", "a-1", "MEDIUM", "HIGH");
        calls.alerts("refused", "a-2", "LOW");
        calls.add("refunded", 0, "billing", "bob", analysed("Refund", false, 1.0, 2.0), called(0, 180.0, 80.0, 4));
        calls.add("moved", 0, "claims", "ann", analysed("Address", false, 0.0, 1.5), called(1, 60.0, 40.0, 0));
        calls.alerts("moved", "a-3", "MEDIUM");
        calls.add("broken", 0, "claims", "bob", partial("TIMEOUT", "BUSY"), called(0, 30.0, 20.0, 1));
        calls.silence("broken", 0, 20.0);
        calls.add("silent", 0, "claims", "bob", columns("transcript_status", "NO_CONSENT", "analysis_status", "NONE"));
    }

    private void refused(int revision, String topic) throws IOException {
        add("refused", revision, "billing", "ann", analysed(topic, true, -3.0, -2.5), called(2, 120.0, 60.0, 3));
        silence("refused", revision, revision == 0 ? 99.0 : 7.5);
        if (revision == 0) {
            utterance("refused", revision, 1, columns("role", "CUSTOMER", "mood", "POSITIVE", "sentiment", "POSITIVE"));
            return;
        }
        utterance("refused", revision, 1, columns("role", "CUSTOMER", "mood", "NEGATIVE", "sentiment", "NEUTRAL"));
        utterance("refused", revision, 2, columns("role", "CUSTOMER", "mood", "NEGATIVE", "sentiment", "NEGATIVE"));
        utterance(
                "refused",
                revision,
                3,
                columns("role", "CUSTOMER", "mood", "NEGATIVE", "sentiment", "NEGATIVE", "redactions", places("CARD")));
        utterance("refused", revision, 4, columns("role", "CUSTOMER", "redactions", places("CARD", "EMAIL")));
        utterance("refused", revision, 5, columns("role", "AGENT", "redactions", places("EMAIL")));
    }

    private static Map<String, Object> analysed(String topic, boolean conflict, double sentiment, double shift) {
        return columns(
                "transcript_status", "COMPLETE",
                "analysis_status", "COMPLETE",
                "topic", topic,
                "conflict", conflict,
                "sentiment_customer", sentiment,
                "sentiment_shift_customer", shift,
                "talk_speed_agent", 150 + 10 * sentiment);
    }

    private static Map<String, Object> partial(String... failures) {
        return columns(
                "transcript_status", "PARTIAL", "analysis_status", "PARTIAL", "transcript_failures", List.of(failures));
    }

    private static Map<String, Object> called(int alerts, double durationS, double talkS, int interruptions) {
        return columns(
                "alert_count",
                alerts,
                "duration_s",
                durationS,
                "talk_s",
                talkS,
                "interruptions_by_agent",
                interruptions);
    }

    private static List<Record> places(String... kinds) {
        return Arrays.stream(kinds)
                .map(kind -> SampleLake.element(UTTERANCES, "redactions", Map.of("kind", kind)))
                .toList();
    }

    @SafeVarargs
    private void add(String callId, int revision, String queue, String agent, Map<String, Object>... more)
            throws IOException {
        Map<String, Object> row =
                columns("call_id", callId, "revision", revision, "queue_id", queue, "agent_ids", List.of(agent));
        for (Map<String, Object> each : more) {
            row.putAll(each);
        }
        lake.add(CALLS, row);
    }

    private void utterance(String callId, int revision, int number, Map<String, Object> more) throws IOException {
        more.putAll(columns("call_id", callId, "revision", revision, "utterance_number", number, "end_s", 2.5));
        lake.add(UTTERANCES, more);
    }

    private void silence(String callId, int revision, double netS) throws IOException {
        lake.add(SILENCES, columns("call_id", callId, "revision", revision, "begin_s", 3.0, "net_s", netS));
    }

    /** An event for each severity of an alert, one after the other. */
    private void alerts(String callId, String alertId, String... severities) throws IOException {
        for (int step = 0; step < severities.length; step++) {
            lake.add(
                    FRUSTRATION_EVENTS,
                    columns("call_id", callId, "alert_id", alertId, "step", step, "severity", severities[step]));
        }
    }

    private static Map<String, Object> columns(Object... namesAndValues) {
        var columns = new HashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            columns.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return columns;
    }
}
