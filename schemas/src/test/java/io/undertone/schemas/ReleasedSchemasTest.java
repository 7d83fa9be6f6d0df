package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReleasedSchemasTest {

    private static final ReleasedSchemas SHIPPED = ReleasedSchemas.shipped();

    static List<Class<? extends SpecificRecord>> records() {
        return ReleasedSchemas.RECORDS;
    }

    static Stream<ReleasedSchema> released() {
        return SHIPPED.all().stream();
    }

    @ParameterizedTest
    @MethodSource("records")
    void the_current_schema_is_the_newest_released_one(Class<? extends SpecificRecord> type) throws IOException {
        List<ReleasedSchema> versions = SHIPPED.versionsOf(type);
        boolean isReleased = !versions.isEmpty()
                && Contract.of(versions.get(versions.size() - 1).schema()).equals(Contract.of(current(type)));
        if (!isReleased) {
            throw new AssertionError(howToRelease(type, versions.size() + 1));
        }
    }

    private static String howToRelease(Class<? extends SpecificRecord> type, int version) throws IOException {
        String file = "released/%s/%d.avsc".formatted(type.getSimpleName(), version);
        Path proposal = Project.module().resolve("target").resolve(file);
        Files.createDirectories(proposal.getParent());
        Files.writeString(proposal, Contract.file(current(type)));
        return ("%s.avsc is not what was last released. To release it as version %d, copy %s to %s"
                        + " and add a golden sample; never change a file that was released")
                .formatted(
                        type.getSimpleName(),
                        version,
                        proposal,
                        Project.resources().resolve(file));
    }

    @ParameterizedTest
    @MethodSource("released")
    void every_released_version_can_be_read_by_the_current_one(ReleasedSchema version) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(current(version.type()), version.schema());

        assertThat(verdict.getType()).as(verdict.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @ParameterizedTest
    @MethodSource("released")
    void generated_records_of_every_released_version_keep_their_values(ReleasedSchema version) throws Exception {
        var encoder = new BinaryMessageEncoder<>(GenericData.get(), version.schema());
        var codec = new AvroCodec();
        for (Object written : new RandomData(version.schema(), 50, 7)) {
            SpecificRecord read =
                    codec.decode(encoder.encode((IndexedRecord) written).array());

            assertThat(read).isInstanceOf(version.type());
            assertThat(Trees.sharedWith(Trees.of(written), Trees.of(read))).isEqualTo(Trees.of(written));
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void every_enum_has_a_default(ReleasedSchema version) {
        assertThat(Evolution.enumsWithoutDefault(version.schema())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_added_field_has_a_default(Class<? extends SpecificRecord> type) {
        List<ReleasedSchema> versions = SHIPPED.versionsOf(type);
        for (int i = 1; i < versions.size(); i++) {
            Schema older = versions.get(i - 1).schema();
            assertThat(Evolution.fieldsAddedWithoutDefault(
                            older, versions.get(i).schema()))
                    .as(versions.get(i).described())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void every_added_field_stands_at_the_end_of_its_record(Class<? extends SpecificRecord> type) {
        List<ReleasedSchema> versions = SHIPPED.versionsOf(type);
        for (int i = 1; i < versions.size(); i++) {
            Schema older = versions.get(i - 1).schema();
            assertThat(Evolution.recordsWithFieldsNotAtTheEnd(
                            older, versions.get(i).schema()))
                    .as(versions.get(i).described())
                    .isEmpty();
        }
    }

    @Test
    void every_released_file_is_found_without_listing_the_class_path() throws IOException {
        Path folder = Project.resources().resolve("released");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(each -> folder.relativize(each).toString()))
                    .containsExactlyInAnyOrderElementsOf(released()
                            .map(each -> "%s/%d.avsc".formatted(each.type().getSimpleName(), each.version()))
                            .toList());
        }
    }

    @Test
    void a_change_that_the_fingerprint_does_not_show_is_refused() {
        String json = Contract.file(current(AudioFrame.class));
        Schema changed = new Schema.Parser().parse(json.replaceAll("\"default\" : 1\\b", "\"default\" : 2"));
        assertThat(Contract.of(changed)).isNotEqualTo(Contract.of(current(AudioFrame.class)));

        assertThatThrownBy(() -> new ReleasedSchemas(List.of(
                        new ReleasedSchema(AudioFrame.class, 1, current(AudioFrame.class)),
                        new ReleasedSchema(AudioFrame.class, 2, changed))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("AudioFrame version 1")
                .hasMessageContaining("AudioFrame version 2")
                .hasMessageContaining("share a fingerprint");
    }

    @Test
    void a_fingerprint_of_nobody_is_not_found() {
        assertThat(SHIPPED.find(0)).isNull();
        assertThat(SHIPPED.findByFingerprint(0)).isNull();
    }

    @Test
    void a_fingerprint_finds_its_schema() {
        ReleasedSchema silence = SHIPPED.versionsOf(Silence.class).get(0);

        assertThat(SHIPPED.find(silence.fingerprint())).isEqualTo(silence);
        assertThat(SHIPPED.findByFingerprint(silence.fingerprint())).isEqualTo(silence.schema());
    }

    private static Schema current(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }
}
