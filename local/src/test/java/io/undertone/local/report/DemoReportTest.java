package io.undertone.local.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertone.job.lake.LakeTable;
import io.undertone.local.live.CallPart;
import io.undertone.local.live.Timelines;
import io.undertone.local.live.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoReportTest {
    @TempDir
    private Path directory;

    private final Timelines live = new Timelines(100, (call, event) -> {});
    private SampleLake lake;

    @BeforeEach
    void aLakeWithACall() throws Exception {
        lake = new SampleLake(directory.resolve("lake"));
        lake.addCall("billing");
    }

    @Test
    void a_call_has_the_keys_that_its_readers_were_promised() throws Exception {
        JsonNode call = written(Map.of()).at("/calls/0");
        assertThat(keys(call))
                .contains("call_id", "part", "revision", "end_reason", "duration_s", "frames", "legs", "utterances")
                .contains("silence", "conversation", "role_mismatch")
                .contains("summary", "topic", "conflict", "transcript_status", "analysis_status", "analyst");
        assertThat(keys(call.get("frames")))
                .containsExactlyInAnyOrder("received", "duplicate", "late", "lost", "refused", "withheld", "played");
        assertThat(keys(call.at("/legs/0")))
                .contains("leg_id", "role", "role_source", "talk_s", "loudness_lufs", "audio_properties")
                .contains("verification", "same_signal_as", "voices");
        assertThat(keys(call.at("/utterances/0")))
                .contains("leg_id", "start_s", "end_s", "text", "sentiment", "profane")
                .contains("speaker", "role", "role_source", "speaker_score", "speaker_id", "voice", "overlap");
        assertThat(keys(call.get("silence")))
                .containsExactlyInAnyOrder(
                        "n",
                        "total_s",
                        "mean_s",
                        "median_s",
                        "std_s",
                        "q1_s",
                        "q3_s",
                        "iqr_s",
                        "max_s",
                        "threshold_std_s",
                        "threshold_iqr_s",
                        "total_std_s",
                        "total_iqr_s",
                        "leading_s",
                        "trailing_s",
                        "hold_s");
    }

    @Test
    void who_spoke_is_told_as_the_tables_have_it() throws Exception {
        lake.addVerifiedCall("verified");
        JsonNode calls = written(Map.of()).get("calls");
        JsonNode verified = calls.get(1);
        assertThat(verified.get("role_mismatch").textValue()).isEqualTo("the wrong way round");
        assertThat(verified.at("/legs/0/verification").toString())
                .isEqualTo("{\"speaker\":\"anna\",\"score\":0.75,\"verdict\":\"VERIFIED\"}");
        assertThat(verified.at("/utterances/0/speaker").textValue()).isEqualTo("AGENT");
        assertThat(verified.at("/utterances/0/speaker_score").doubleValue()).isEqualTo(0.625);
        assertThat(calls.at("/0/legs/0/verification").isNull()).isTrue();
        assertThat(calls.at("/0/legs/0/voices"))
                .as("of a row from before they were there")
                .isEmpty();
    }

    @Test
    void alerts_stand_with_their_call_as_they_were_told_each_once() throws Exception {
        live.alerted(billing(), Told.alert("one", 0, "RAISED", "MEDIUM"));
        live.alerted(billing(), Told.alert("one", 0, "RAISED", "MEDIUM"));
        live.alerted(billing(), Told.alert("one", 1, "CLEARED", "MEDIUM"));
        JsonNode events = written(Map.of()).at("/calls/0/frustration_events");
        assertThat(events.findValuesAsText("phase")).containsExactly("RAISED", "CLEARED");
        assertThat(keys(events.get(0)))
                .contains("event_id", "alert_id", "rule_id", "phase", "severity", "at_s", "score", "reason")
                .doesNotContain("cleared", "ends_alert");
        assertThat(events.at("/0/at_s").doubleValue()).isEqualTo(52);
    }

    @Test
    void the_mood_of_a_call_is_that_of_its_windows_and_its_header() throws Exception {
        live.heard(billing(), Told.silence("agent", 0));
        live.judged(billing(), Told.window(1, 4, 0.5));
        live.judged(billing(), Told.window(1, 4, 0.5));
        live.judged(billing(), Told.failedWindow(2, 5));
        live.ended(billing(), Told.end(Told.leg("agent", 1), Told.moodyLeg(2)));
        JsonNode mood = written(Map.of()).at("/calls/0/mood");
        assertThat(mood.get("windows").toString()).isEqualTo("{\"agent\":0,\"customer\":2}");
        assertThat(mood.get("announced").toString()).isEqualTo("{\"agent\":0,\"customer\":2}");
        assertThat(mood.get("failed").intValue()).isEqualTo(1);
        assertThat(mood.get("peak_negative").doubleValue()).isEqualTo(0.41);
        assertThat(mood.get("switches").intValue()).isEqualTo(2);
        assertThat(mood.get("policy").textValue()).isEqualTo("customers");
        assertThat(mood.get("trajectory")).hasSize(3);
    }

    @Test
    void a_call_whose_moods_nobody_read_says_so() throws Exception {
        JsonNode call = written(Map.of()).at("/calls/0");
        assertThat(call.get("frustration_events")).isEmpty();
        assertThat(call.at("/mood/windows")).isEmpty();
        assertThat(call.at("/mood/peak_negative").isNull()).isTrue();
    }

    @Test
    void seconds_are_written_as_they_were_read() throws Exception {
        JsonNode call = written(Map.of()).at("/calls/0");
        assertThat(call.get("duration_s").doubleValue()).isEqualTo(60.000125);
        assertThat(call.at("/utterances/0/start_s").doubleValue()).isEqualTo(1.000125);
    }

    @Test
    void utterances_stand_in_the_order_of_their_begin_with_the_call_they_belong_to() throws Exception {
        lake.addCall("other");
        JsonNode report = written(Map.of());
        for (JsonNode call : report.get("calls")) {
            assertThat(call.get("utterances").findValuesAsText("utterance_number"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void calls_are_counted_by_part_and_rows_of_children_as_they_are() throws Exception {
        lake.add(LakeTable.CALLS, Map.of("call_id", "billing", "revision", 1));
        lake.add(LakeTable.CALLS, Map.of("call_id", "billing", "part", 1));
        JsonNode iceberg = written(Map.of()).get("iceberg");
        assertThat(iceberg.toString()).isEqualTo("{\"calls\":2,\"utterances\":2,\"silences\":1}");
    }

    @Test
    void both_stores_have_the_same_keys() throws Exception {
        JsonNode report = written(Map.of());
        assertThat(keys(report.get("postgres"))).isEqualTo(keys(report.get("iceberg")));
    }

    @Test
    void dead_letters_are_counted_in_all_and_by_reason() throws Exception {
        JsonNode report = written(Map.of("LATE", 2L, "UNREADABLE", 1L));
        assertThat(report.get("dead_letters").longValue()).isEqualTo(3);
        assertThat(report.at("/dead_letters_by_reason/LATE").longValue()).isEqualTo(2);
    }

    private JsonNode written(Map<String, Long> deadLetters) throws Exception {
        Path file = directory.resolve("report.json");
        try (var reader = LakeReader.open(lake.config())) {
            var store = new LakeStore(reader);
            DemoReport.read(reader, store, store, deadLetters, live).write(file);
        }
        return new ObjectMapper().readTree(file.toFile());
    }

    private static CallPart billing() {
        return new CallPart("", "billing", SampleLake.START.toInstant(), 0);
    }

    private static List<String> keys(JsonNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
