package io.undertone.job.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.AudioProperties;
import io.undertone.schema.Call;
import io.undertone.schema.CallLeg;
import io.undertone.schema.CallVerification;
import io.undertone.schema.CallVoice;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands where in a statement; that PostgreSQL understands it is shown in the tests of the whole system. */
final class RowBinderTest {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

    @Test
    void every_column_and_the_version_are_set_once() throws Exception {
        var silence = new Silence("acme", "c-1", AT, 1, 0, 3, AT.plusSeconds(5), 5.0, 7.5, 2.25, true, null);
        assertThat(bound(silence, Silence.getClassSchema()))
                .containsEntry("tenant_id", "acme")
                .containsEntry("call_start", OffsetDateTime.parse("2026-01-05T10:00:00.123456Z"))
                .containsEntry("silence_number", 3)
                .containsEntry("net_s", 2.25)
                .containsEntry("long_by_std", true)
                .containsEntry("long_by_iqr", "NULL")
                .containsEntry("version", 1L)
                .hasSize(13);
    }

    @Test
    void a_list_of_texts_is_an_array() throws Exception {
        Utterance row = Utterance.newBuilder()
                .setTenantId("acme")
                .setCallId("c-1")
                .setCallStart(AT)
                .setPart(0)
                .setRevision(0)
                .setLegId("agent")
                .setUtteranceNumber(1)
                .setRole("AGENT")
                .setRoleSource("GATEWAY")
                .setBeginTime(AT)
                .setBeginS(1)
                .setEndS(2)
                .setSpeechProbability(0.9)
                .setLostRatio(0)
                .setAudioUris(List.of("file:///a.wav", "file:///b.wav"))
                .build();
        assertThat(bound(row, Utterance.getClassSchema()))
                .containsEntry("audio_uris", List.of("text", "file:///a.wav", "file:///b.wav"))
                .containsEntry("loudness_lufs", "NULL");
    }

    @Test
    void legs_and_versions_are_json_that_parses() throws Exception {
        var properties = new AudioProperties(
                8_000, 1, 8, 4.5, 0.1, -20.0, -10.0, 0.05, 0.2, 798.5, 0.004, 0.01, 0.0002, null, List.of(-63.5, 9.5));
        var verification = new CallVerification("an\"na", "VERIFIED", 0.75, null);
        var voices = List.of(new CallVoice(1, 1, "AGENT", "VOICEPRINT", "an\"na", 0.75, 12, 3.5));
        var leg = new CallLeg(
                "a\"gent",
                "AGENT",
                "GATEWAY",
                null,
                null,
                "a-1",
                2,
                3.5,
                -23.5,
                properties,
                verification,
                null,
                voices);
        var row = new Call();
        row.setLegs(List.of(leg));
        row.setVersions(Map.of("undertone", "1.0"));
        row.setCallStart(AT);
        row.setCallEnd(AT);
        Map<String, Object> bound = bound(row, Call.getClassSchema());
        JsonNode legs = new ObjectMapper().readTree((String) bound.get("legs"));
        assertThat(legs.get(0).get("leg_id").asText()).isEqualTo("a\"gent");
        assertThat(legs.get(0).get("participant_id").isNull()).isTrue();
        assertThat(legs.get(0).get("audio_properties").get("rms_dbfs").asDouble())
                .isEqualTo(-20);
        assertThat(legs.get(0).at("/audio_properties/mfcc_means/1").asDouble()).isEqualTo(9.5);
        assertThat(legs.get(0).at("/audio_properties/energy_6000_20000_hz").isNull())
                .isTrue();
        assertThat(legs.get(0).at("/verification/speaker_id").asText()).isEqualTo("an\"na");
        assertThat(legs.get(0).get("same_signal_as").isNull()).isTrue();
        assertThat(legs.get(0).at("/voices/0/talk_s").asDouble()).isEqualTo(3.5);
        assertThat(bound).containsEntry("versions", "{\"undertone\": \"1.0\"}");
    }

    @Test
    void a_call_has_its_mood_as_json_with_nothing_where_nobody_spoke() throws Exception {
        var row = new Call();
        row.setLegs(List.of());
        row.setVersions(Map.of());
        row.setMoodTrajectory(Arrays.asList(0.25, null));
        assertThat(bound(row, Call.getClassSchema())).containsEntry("mood_trajectory", "[0.25, null]");
    }

    @Test
    void the_version_of_an_alert_is_its_step() throws Exception {
        var row = new AlertEvent();
        row.setAlertId("a-1");
        row.setStep(7);
        row.setClassProbabilities(Map.of("anger", 0.625));
        assertThat(bound(row, AlertEvent.getClassSchema(), RowVersion.ofTheStep()))
                .containsEntry("alert_id", "a-1")
                .containsEntry("class_probabilities", "{\"anger\": 0.625}")
                .containsEntry("version", 7L);
    }

    private static <R extends SpecificRecord> Map<String, Object> bound(R row, Schema schema) throws Exception {
        return bound(row, schema, RowVersion.ofTheOnlyOne());
    }

    private static <R extends SpecificRecord> Map<String, Object> bound(R row, Schema schema, RowVersion<R> version)
            throws Exception {
        RowBinder<R> shipped = InstantiationUtil.clone(new RowBinder<>(version));
        var statement = new Statement();
        shipped.accept(statement.proxy(PreparedStatement.class), row);
        Map<String, Object> byName = new HashMap<>();
        statement.bound.forEach((index, value) -> byName.put(
                index > schema.getFields().size()
                        ? "version"
                        : schema.getFields().get(index - 1).name(),
                value));
        return byName;
    }

    /** A statement, its connection and their arrays, which remember what was set. */
    private static final class Statement {
        final Map<Integer, Object> bound = new HashMap<>();
        private final Map<Object, List<Object>> arrays = new HashMap<>();

        <T> T proxy(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "setNull" -> set((Integer) arguments[0], "NULL");
                        case "setString", "setObject", "setLong" -> set((Integer) arguments[0], arguments[1]);
                        case "setArray" ->
                            set((Integer) arguments[0], arrays.getOrDefault(arguments[1].toString(), List.of()));
                        case "getConnection" -> proxy(Connection.class);
                        case "createArrayOf" -> array((String) arguments[0], (Object[]) arguments[1]);
                        case "toString" -> "array";
                        default -> throw new UnsupportedOperationException(method.toString());
                    }));
        }

        private Array array(String type, Object[] values) {
            List<Object> all = new ArrayList<>(List.of(type));
            all.addAll(List.of(values));
            arrays.put("array", all);
            return proxy(Array.class);
        }

        private @Nullable Object set(int index, Object value) {
            assertThat(bound.put(index, value))
                    .as("parameter %d was set before", index)
                    .isNull();
            return null;
        }
    }
}
