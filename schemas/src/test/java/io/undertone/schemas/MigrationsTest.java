package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AlertEvent;
import io.undertone.schema.Call;
import io.undertone.schema.FeedbackRow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of PostgreSQL and the Avro records of the rows are one contract in two languages. */
final class MigrationsTest {

    /** A table, its record, and what tells the rows of one part of a call apart. */
    record Row(String table, Class<? extends SpecificRecord> type, List<String> keyWithinPart) {}

    static List<Row> rows() {
        return List.of(
                new Row("call", Call.class, List.of("revision")),
                new Row("utterance", Utterance.class, List.of("revision", "leg_id", "utterance_number")),
                new Row("silence", Silence.class, List.of("revision", "silence_number")),
                new Row("frustration_event", AlertEvent.class, List.of("alert_id")),
                new Row("alert_feedback", FeedbackRow.class, List.of("alert_id", "judged_by", "judged_at", "verdict")));
    }

    /** Tables whose rows have numbers of their own, for those who ask by such. */
    private static final Set<String> NUMBERED = Set.of("call", "utterance");

    /** Tables into which no row record is written. */
    private static final Set<String> OF_THE_DATABASE = Set.of("topic");

    private final SqlTables tables;

    MigrationsTest() throws IOException {
        tables = SqlTables.read(Project.resources().resolve("sql"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_field_is_a_column_of_its_type_and_every_column_a_field(Row row) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Schema.Field field : SpecificData.get().getSchema(row.type()).getFields()) {
            expected.put(field.name(), sqlType(field.schema()));
        }
        expected.put("version", "bigint NOT NULL");
        if (NUMBERED.contains(row.table())) {
            expected.put("row_id", "bigint GENERATED ALWAYS AS IDENTITY");
        }

        assertThat(tables.columns.get(row.table())).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_known_by_its_natural_key(Row row) {
        List<String> expected = new ArrayList<>(List.of("tenant_id", "call_id", "call_start", "part"));
        expected.addAll(row.keyWithinPart());

        assertThat(tables.primaryKeys.get(row.table())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_column_says_what_it_is(Row row) {
        Map<String, String> columns = tables.columns.getOrDefault(row.table(), Map.of());

        assertThat(tables.comments.get(row.table())).containsOnlyKeys(columns.keySet());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_field_says_what_it_is(Row row) {
        assertThat(SpecificData.get().getSchema(row.type()).getFields())
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @Test
    void there_is_no_table_without_a_record_but_that_of_topics() {
        Set<String> tablesOfRows = new HashSet<>(tables.columns.keySet());

        assertThat(tablesOfRows.removeAll(OF_THE_DATABASE)).isTrue();
        assertThat(tablesOfRows)
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(Row::table).toList());
    }

    @Test
    void every_column_of_a_topic_says_what_it_is() {
        assertThat(tables.comments.get("topic"))
                .containsOnlyKeys(tables.columns.getOrDefault("topic", Map.of()).keySet());
    }

    private static String sqlType(Schema schema) {
        if (schema.isNullable()) {
            return typeOf(schema.getTypes().stream()
                    .filter(branch -> branch.getType() != Schema.Type.NULL)
                    .findFirst()
                    .orElseThrow());
        }
        return typeOf(schema) + " NOT NULL";
    }

    private static String typeOf(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "text";
            case INT -> "integer";
            case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMicros ? "timestamptz" : "bigint";
            case DOUBLE -> "double precision";
            case BOOLEAN -> "boolean";
            case ARRAY -> schema.getElementType().getType() == Schema.Type.STRING ? "text[]" : "jsonb";
            case MAP -> "jsonb";
            default -> throw new IllegalArgumentException("no column type for " + schema);
        };
    }
}
