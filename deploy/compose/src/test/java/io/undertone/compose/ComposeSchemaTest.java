package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** The files are of the Compose Specification's form. */
final class ComposeSchemaTest {
    @ParameterizedTest
    @ValueSource(strings = {Stack.FILE, Stack.GPU_FILE})
    void the_specification_s_own_schema_has_nothing_to_say(String file) throws IOException {
        assertThat(ComposeSchema.ofSpecification().violations(Stack.read(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/services/kafka, healtcheck, {}",
        "/services/kafka/depends_on, postgres, '{\"condition\": \"service_is_up\"}'",
        "/services/kafka, command, 7",
        "/volumes, no such/volume, {}",
        "'', service, {}"
    })
    void what_is_not_of_it_is_found(String place, String key, String value) throws IOException {
        ObjectNode file = Stack.read(Stack.FILE);
        ObjectNode parent = place.isEmpty() ? file : file.withObject(place);
        parent.set(key, ComposeYaml.parse("value: " + value).get("value"));
        assertThat(ComposeSchema.ofSpecification().violations(file)).isNotEmpty();
    }

    @Test
    void a_key_that_stands_twice_is_found() {
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> ComposeYaml.parse("services: {}\nservices: {}"));
    }
}
