package io.undertone.local.report;

import io.undertone.job.config.LakeConfig;
import io.undertone.job.lake.Lake;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.migrate.LakeMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** A lake in a directory to which a test adds rows by naming the columns that matter to it. */
public final class SampleLake {
    static final OffsetDateTime START = OffsetDateTime.of(2026, 3, 1, 10, 0, 0, 125_000, ZoneOffset.UTC);

    private final LakeConfig config;

    public SampleLake(Path directory) {
        config = new LakeConfig(LakeConfig.DIRECTORY, null, directory.toUri().toString(), "undertone", Map.of());
        new LakeMigration(config).migrate();
    }

    public LakeConfig config() {
        return config;
    }

    /** Options that point a command at this lake; the services they name besides are never asked. */
    public List<String> options() {
        return Stream.of(
                        "lake.warehouse=" + config.warehouse(),
                        "audio.directory=" + config.warehouse(),
                        "kafka.bootstrap_servers=localhost:1",
                        "postgres.url=jdbc:postgresql://localhost/none",
                        "postgres.user=nobody",
                        "postgres.password=${PATH}") // a secret must come from the environment
                .flatMap(setting -> Stream.of("--set", setting))
                .toList();
    }

    /** A call of a minute with a leg and two utterances and a silence between them. */
    public void addCall(String callId) throws IOException {
        Record leg = filled(legType(), Map.of("leg_id", "customer", "role", "CUSTOMER", "utterance_count", 2));
        add(LakeTable.CALLS, Map.of("call_id", callId, "duration_s", 60.000125, "legs", List.of(leg)));
        add(LakeTable.UTTERANCES, Map.of("call_id", callId, "utterance_number", 2, "begin_s", 10.5, "end_s", 12.0));
        add(LakeTable.UTTERANCES, Map.of("call_id", callId, "utterance_number", 1, "begin_s", 1.000125, "end_s", 3.0));
        add(LakeTable.SILENCES, Map.of("call_id", callId, "begin_s", 3.0, "end_s", 10.5, "net_s", 7.5));
    }

    /** A call of one leg that is spoken by whom it names, and one utterance. */
    void addVerifiedCall(String callId) throws IOException {
        Types.StructType type = legType().field("verification").type().asStructType();
        Record verification = filled(type, Map.of("speaker_id", "anna", "verdict", "VERIFIED", "score", 0.75));
        Record leg = filled(legType(), Map.of("leg_id", "agent", "role", "AGENT", "verification", verification));
        add(LakeTable.CALLS, Map.of("call_id", callId, "role_mismatch", "the wrong way round", "legs", List.of(leg)));
        add(LakeTable.UTTERANCES, Map.of("call_id", callId, "speaker", "AGENT", "speaker_score", 0.625));
    }

    public void add(LakeTable into, Map<String, Object> columns) throws IOException {
        var lake = new Lake(config);
        Table table = lake.catalogLoader().loadCatalog().loadTable(lake.table(into.tableName()));
        Record row = filled(table.schema().asStruct(), columns);
        var partition = new PartitionKey(table.spec(), table.schema());
        partition.partition(new InternalRecordWrapper(table.schema().asStruct()).wrap(row));
        var file = table.io().newOutputFile(table.locationProvider().newDataLocation(UUID.randomUUID() + ".parquet"));
        DataWriter<Record> writer = Parquet.writeData(file)
                .schema(table.schema())
                .createWriterFunc(GenericParquetWriter::create)
                .withSpec(table.spec())
                .withPartition(partition)
                .build();
        try (writer) {
            writer.write(row);
        }
        table.newAppend().appendFile(writer.toDataFile()).commit();
    }

    /** What is in a list of structs. */
    public static Record element(LakeTable table, String list, Map<String, Object> columns) {
        return filled(elementType(table, list), columns);
    }

    private static Types.StructType legType() {
        return elementType(LakeTable.CALLS, "legs");
    }

    private static Types.StructType elementType(LakeTable table, String list) {
        return Lake.icebergSchema(table.row())
                .findType(list)
                .asListType()
                .elementType()
                .asStructType();
    }

    /** What a row must have and a test does not name is empty or nothing. */
    private static Record filled(Types.StructType type, Map<String, Object> columns) {
        var row = GenericRecord.create(type);
        for (Types.NestedField field : type.fields()) {
            if (columns.containsKey(field.name())) {
                row.setField(field.name(), columns.get(field.name()));
            } else if (field.isRequired()) {
                row.setField(field.name(), nothing(field.type()));
            }
        }
        return row;
    }

    private static Object nothing(Type type) {
        return switch (type.typeId()) {
            case STRING -> "";
            case INTEGER -> 0;
            case LONG -> 0L;
            case DOUBLE -> 0.0;
            case BOOLEAN -> false;
            case TIMESTAMP -> START;
            case LIST -> List.of();
            case MAP -> Map.of();
            default -> throw new IllegalArgumentException("no column of a sample is a " + type);
        };
    }
}
