package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenTest {

    static Stream<ReleasedSchema> released() {
        return ReleasedSchemas.shipped().all().stream();
    }

    @ParameterizedTest
    @MethodSource("released")
    void bytes_of_every_released_version_say_today_what_they_said_then(ReleasedSchema version) throws Exception {
        Golden golden = Golden.of(version);

        SpecificRecord read = new AvroCodec().decode(golden.bytes());

        assertThat(read).isInstanceOf(version.type());
        assertThat(Trees.sharedWith(golden.content(), Trees.of(read))).isEqualTo(golden.content());
    }

    @ParameterizedTest
    @MethodSource("released")
    void a_golden_sample_says_something_about_every_field(ReleasedSchema version) throws Exception {
        assertThat(Golden.of(version).content().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(version.schema().getFields().stream()
                        .map(field -> field.name())
                        .toList());
    }
}
