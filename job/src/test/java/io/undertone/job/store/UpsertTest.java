package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements as text; that PostgreSQL takes them is shown where one runs, in the tests of the whole system. */
final class UpsertTest {
    private static final Set<String> NESTED =
            Set.of("legs", "versions", "mood_trajectory", "sentiment_quarters_customer", "sentiment_quarters_agent");

    static Stream<Upsert> upserts() {
        return Stream.of(Stores.CALL, Stores.UTTERANCE, Stores.SILENCE, Stores.ALERT, Stores.VERDICT);
    }

    @Test
    void a_silence_replaces_itself_and_never_goes_backwards() {
        assertThat(Stores.SILENCE.sql())
                .isEqualTo("INSERT INTO silence (tenant_id, call_id, call_start, part, revision, silence_number,"
                        + " begin_time, begin_s, end_s, net_s, long_by_std, long_by_iqr, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, call_id, call_start, part, revision, silence_number)"
                        + " DO UPDATE SET begin_time = excluded.begin_time, begin_s = excluded.begin_s,"
                        + " end_s = excluded.end_s, net_s = excluded.net_s, long_by_std = excluded.long_by_std,"
                        + " long_by_iqr = excluded.long_by_iqr, version = excluded.version"
                        + " WHERE excluded.version >= silence.version");
    }

    @Test
    void an_utterance_replaces_itself_and_never_goes_backwards() {
        assertThat(Stores.UTTERANCE.sql())
                .isEqualTo("INSERT INTO utterance (tenant_id, call_id, call_start, part, revision, leg_id,"
                        + " utterance_number, role, role_source, begin_time, begin_s, end_s, loudness_lufs,"
                        + " speech_probability, lost_ratio, audio_uris, voice, speaker_id, speaker_score, overlap, speaker,"
                        + " mood, mood_negative, mood_neutral, mood_positive, text, text_status, redactions, words,"
                        + " sentiment, profane, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?::jsonb, ?, ?, ?, ?)"
                        + " ON CONFLICT (tenant_id, call_id, call_start, part, revision, leg_id, utterance_number)"
                        + " DO UPDATE SET role = excluded.role, role_source = excluded.role_source,"
                        + " begin_time = excluded.begin_time, begin_s = excluded.begin_s, end_s = excluded.end_s,"
                        + " loudness_lufs = excluded.loudness_lufs,"
                        + " speech_probability = excluded.speech_probability, lost_ratio = excluded.lost_ratio,"
                        + " audio_uris = excluded.audio_uris, voice = excluded.voice,"
                        + " speaker_id = excluded.speaker_id, speaker_score = excluded.speaker_score,"
                        + " overlap = excluded.overlap, speaker = excluded.speaker, mood = excluded.mood,"
                        + " mood_negative = excluded.mood_negative, mood_neutral = excluded.mood_neutral,"
                        + " mood_positive = excluded.mood_positive, text = excluded.text,"
                        + " text_status = excluded.text_status, redactions = excluded.redactions,"
                        + " words = excluded.words, sentiment = excluded.sentiment, profane = excluded.profane,"
                        + " version = excluded.version"
                        + " WHERE excluded.version >= utterance.version");
    }

    @Test
    void an_alert_is_one_row_in_its_newest_step() {
        assertThat(Stores.ALERT.sql())
                .contains(" ON CONFLICT (tenant_id, call_id, call_start, part, alert_id) DO UPDATE SET ")
                .contains(" event_id = excluded.event_id, phase = excluded.phase, step = excluded.step,")
                .endsWith(" version = excluded.version WHERE excluded.version >= frustration_event.version");
    }

    @Test
    void a_call_has_its_nested_values_as_json() {
        List<String> values =
                Arrays.asList(between(Stores.CALL.sql(), "VALUES \\((.*?)\\)").split(", "));
        for (Schema.Field field : Stores.CALL.row().getFields()) {
            boolean nested = NESTED.contains(field.name());
            assertThat(values.get(field.pos())).as(field.name()).isEqualTo(nested ? "?::jsonb" : "?");
        }
    }

    @ParameterizedTest
    @MethodSource("upserts")
    void the_statement_names_the_columns_and_the_key_of_its_table(Upsert upsert) throws IOException {
        String migrations = migration("V1__calls_utterances_silences")
                + migration("V2__speakers")
                + migration("V3__moods")
                + migration("V4__words");
        String table = between(migrations, "CREATE TABLE %s \\((.*?)\\n\\);".formatted(upsert.table()));
        Stream<String> added = Pattern.compile(
                        "ALTER TABLE %s ADD COLUMN (\\w+) (?!.*GENERATED)".formatted(upsert.table()))
                .matcher(migrations)
                .results()
                .map(found -> found.group(1));
        Stream<String> first = table.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("PRIMARY KEY"))
                .map(line -> line.substring(0, line.indexOf(' ')));
        assertThat(between(upsert.sql(), "^INSERT INTO \\w+ \\((.*?)\\)").split(", "))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(first, added).toList());
        assertThat(between(upsert.sql(), "ON CONFLICT \\((.*?)\\)"))
                .isEqualTo(between(table, "PRIMARY KEY \\((.*?)\\)"));
    }

    private static String migration(String name) throws IOException {
        String script = "/io/undertone/schemas/sql/%s.sql".formatted(name);
        try (InputStream sql = Objects.requireNonNull(Schema.class.getResourceAsStream(script))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String between(String text, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
