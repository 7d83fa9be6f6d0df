package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AudioProperties;
import io.undertone.schema.Call;
import io.undertone.schema.CallLeg;
import io.undertone.schema.Redaction;
import io.undertone.schema.Utterance;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls as Callytics has them in its database: by its names, in its units. */
class CallyticsViewsTest {
    @TempDir
    private static Path directory;

    private static Database database;

    @BeforeAll
    static void start() throws Exception {
        database = Database.start(directory.resolve("database"));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void empty_the_tables() throws Exception {
        database.execute("TRUNCATE call, utterance, topic RESTART IDENTITY");
    }

    @Test
    void tables_and_columns_have_the_names_of_callytics() throws Exception {
        Stream<String> mfccs = IntStream.rangeClosed(1, 13).mapToObj(i -> "MFCC_" + i);
        assertThat(columns("Topic")).containsExactly("ID", "Name");
        assertThat(columns("File"))
                .containsExactlyElementsOf(Stream.of(
                                Stream.of("ID", "Name", "TopicID", "Extension", "Path", "Rate", "MinFreq", "MaxFreq"),
                                Stream.of("BitDepth", "Channels", "Duration", "RMSLoudness", "ZeroCrossingRate"),
                                Stream.of("SpectralCentroid", "EQ_20_250_Hz", "EQ_250_2000_Hz"),
                                Stream.of("EQ_2000_6000_Hz", "EQ_6000_20000_Hz"),
                                mfccs,
                                Stream.of("Summary", "Conflict", "Silence"))
                        .flatMap(names -> names)
                        .toList());
        assertThat(columns("Utterance"))
                .containsExactly(
                        "ID",
                        "FileID",
                        "Speaker",
                        "Sequence",
                        "StartTime",
                        "EndTime",
                        "Content",
                        "Sentiment",
                        "Profane");
    }

    @Test
    void a_call_is_a_file_with_its_topic_whatever_the_case() throws Exception {
        database.execute("INSERT INTO topic (tenant_id, name) VALUES ('other', 'Refund'), ('tenant_id', 'REFUND')");
        Call call = call(0);
        call.setTopic("refund");
        call.setSummary("A refund.");
        call.setConflict(true);
        call.setSilenceTotalStdS(7.5);
        database.write(call, Stores.CALL);
        assertThat(database.rows("""
                SELECT "ID", "Name", "TopicID", "Extension", "Path", "Duration", "Summary", "Conflict", "Silence"
                FROM callytics."File\""""))
                .containsExactly("1|call_id|2|.wav|tenant_id/call_id/2026-01-05T10:00:00.123456Z/0|60|A refund.|1|7.5");
        assertThat(database.rows("SELECT \"Name\" FROM callytics.\"Topic\" WHERE \"ID\" = 2"))
                .containsExactly("REFUND");
    }

    @Test
    void figures_of_several_legs_are_their_means_by_seconds_and_a_repeated_signal_does_not_count() throws Exception {
        var long8 = new AudioProperties(
                8_000, 1, 8, 30.0, 0.1, 0.0, 0.0, 0.0, 0.2, 900.0, 4.0, 8.0, 2.0, null, mfccs(-400, 12));
        var short16 = new AudioProperties(
                16_000, 1, 16, 10.0, 0.3, 0.0, 0.0, 0.0, 0.4, 1_300.0, 8.0, 8.0, 6.0, 0.5, mfccs(-200, 16));
        var repeated = new AudioProperties(
                48_000, 2, 24, 1_000.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, mfccs(0, 0));
        Call call = call(0);
        call.setLegs(List.of(leg("a", null, long8), leg("b", null, short16), leg("c", "b", repeated)));
        database.write(call, Stores.CALL);
        assertThat(database.rows("""
                SELECT "Rate", "MaxFreq", "BitDepth", "Channels", round("MinFreq"::numeric, 4),
                    round("RMSLoudness"::numeric, 4), round("ZeroCrossingRate"::numeric, 4), "SpectralCentroid",
                    "EQ_20_250_Hz", "EQ_250_2000_Hz", "EQ_2000_6000_Hz", "EQ_6000_20000_Hz", "MFCC_1", "MFCC_13"
                FROM callytics."File\"""")).containsExactly("16000|8000|16|2|0.0333|0.1732|0.2500|1000|5|8|3|0.5|-350|13");
    }

    @Test
    void what_was_not_measured_is_null() throws Exception {
        database.write(call(0), Stores.CALL);
        legs("""
                [{"leg_id": "a", "audio_properties": null},
                 {"leg_id": "b", "audio_properties": {"sample_rate_hz": 8000, "channels": 1, "bit_depth": 8,
                  "duration_s": 10, "rms": 0.5, "zero_crossing_rate": 0.25}}]""");
        assertThat(database.rows("""
                SELECT "TopicID", "Rate", "RMSLoudness", "ZeroCrossingRate", "SpectralCentroid", "MFCC_1", "Conflict"
                FROM callytics."File\"""")).containsExactly("null|8000|0.5|0.25|null|null|null");
        legs("[]");
        assertThat(database.rows("SELECT \"Rate\", \"MinFreq\", \"RMSLoudness\" FROM callytics.\"File\""))
                .containsExactly("null|null|null");
    }

    @Test
    void utterances_are_counted_through_in_order_of_time() throws Exception {
        database.write(call(0), Stores.CALL);
        database.write(utterance(0, "agent", 1, "AGENT", 2.5), Stores.UTTERANCE);
        Utterance first = utterance(0, "customer", 1, "CUSTOMER", 1.0);
        first.setText("My card is [CARD].");
        first.setRedactions(List.of(new Redaction(11, 17, "CARD")));
        first.setSentiment("NEGATIVE");
        first.setProfane(true);
        database.write(first, Stores.UTTERANCE);
        database.write(utterance(0, "customer", 2, "UNKNOWN", 5.0), Stores.UTTERANCE);
        assertThat(database.rows("""
                SELECT "FileID", "Speaker", "Sequence", "StartTime", "EndTime", "Content", "Sentiment", "Profane"
                FROM callytics."Utterance" ORDER BY "Sequence\""""))
                .containsExactly(
                        "1|Customer|0|1|2|My card is [CARD].|Negative|1",
                        "1|CSR|1|2.5|3.5|null|null|null",
                        "1|null|2|5|6|null|null|null");
        assertThat(database.rows("SELECT redactions #>> '{0,kind}' FROM utterance WHERE begin_s = 1"))
                .containsExactly("CARD");
    }

    @Test
    void the_latest_analysis_counts_and_a_row_keeps_its_number_when_it_is_written_again() throws Exception {
        for (int revision : new int[] {0, 1, 0, 1}) {
            database.write(call(revision), Stores.CALL);
            database.write(utterance(revision, "customer", 1, "CUSTOMER", 1.0), Stores.UTTERANCE);
        }
        assertThat(database.rows("SELECT f.\"ID\" = c.row_id, c.revision FROM callytics.\"File\" f, call_latest c"))
                .containsExactly("t|1");
        assertThat(database.rows("SELECT u.\"ID\" FROM callytics.\"Utterance\" u JOIN callytics.\"File\" f"
                        + " ON f.\"ID\" = u.\"FileID\""))
                .containsExactly("2");
        assertThat(database.rows("SELECT revision, row_id FROM call ORDER BY revision"))
                .containsExactly("0|1", "1|2");
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_stored_all_the_same() throws Exception {
        Call call = call(0);
        call.setSummary("a\0b");
        call.setActionItems(List.of("\0", "call back"));
        database.write(call, Stores.CALL);
        assertThat(database.rows("SELECT summary, action_items FROM call"))
                .containsExactly("a\uFFFDb|{\uFFFD,\"call back\"}");
    }

    @Test
    void a_topic_is_there_once_for_a_tenant_whoever_names_it_first() throws Exception {
        for (String name : List.of("Refund", "REFUND", "refund")) {
            database.execute("INSERT INTO topic (tenant_id, name) VALUES ('acme', '%s')".formatted(name)
                    + " ON CONFLICT (tenant_id, lower(name)) DO NOTHING");
        }
        assertThat(database.rows("SELECT name FROM topic")).containsExactly("Refund");
    }

    private static List<String> columns(String view) throws SQLException {
        return database.rows("SELECT column_name FROM information_schema.columns"
                + " WHERE table_schema = 'callytics' AND table_name = '%s' ORDER BY ordinal_position".formatted(view));
    }

    private static void legs(String json) throws SQLException {
        database.execute("UPDATE call SET legs = '%s'".formatted(json));
    }

    private static CallLeg leg(String legId, @Nullable String sameSignalAs, AudioProperties properties) {
        CallLeg leg = Filled.row(new CallLeg());
        leg.setLegId(legId);
        leg.setSameSignalAs(sameSignalAs);
        leg.setAudioProperties(properties);
        return leg;
    }

    private static List<Double> mfccs(double first, double last) {
        var mfccs = new ArrayList<>(Collections.nCopies(13, 1.0));
        mfccs.set(0, first);
        mfccs.set(12, last);
        return mfccs;
    }

    private static Call call(int revision) {
        Call call = Filled.row(new Call());
        call.setRevision(revision);
        call.setDurationS(60);
        return call;
    }

    private static Utterance utterance(int revision, String leg, int number, String role, double beginS) {
        Utterance utterance = Filled.row(new Utterance());
        utterance.setRevision(revision);
        utterance.setLegId(leg);
        utterance.setUtteranceNumber(number);
        utterance.setRole(role);
        utterance.setBeginS(beginS);
        utterance.setEndS(beginS + 1);
        return utterance;
    }
}
