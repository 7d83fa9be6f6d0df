package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No password stands in a compose file; {@code .env} has all of them, and they are good on one machine only. */
final class SecretsTest {
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY|_KEY_ID|TOKEN)$");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\w+:\\?see \\.env}");

    @Test
    void every_secret_is_a_reference() {
        JsonNode written = ComposeYaml.parse(Stack.text(Stack.FILE)).path("services");
        Set<String> found = new TreeSet<>();
        written.properties()
                .forEach(service -> service.getValue()
                        .path("environment")
                        .properties()
                        .forEach(variable -> {
                            if (SECRET.matcher(variable.getKey()).matches()) {
                                found.add(variable.getKey());
                                assertThat(variable.getValue().asText()).matches(REFERENCE);
                            }
                        }));
        assertThat(found).contains("POSTGRES_PASSWORD", "AWS_SECRET_ACCESS_KEY", "ROOT_SECRET_ACCESS_KEY");
    }

    @Test
    void env_has_those_that_are_referred_to_and_no_more() {
        Map<String, String> env = Variables.of(Stack.text(".env")).values();
        assertThat(Variables.named(Stack.text(Stack.FILE))).containsExactlyInAnyOrderElementsOf(env.keySet());
        assertThat(env.values()).isNotEmpty().allMatch(value -> value.startsWith("local-only"));
    }

    @Test
    void one_that_is_missing_is_named() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Variables.of("").into("${S3_SECRET_KEY:?see .env}"))
                .withMessageContaining("S3_SECRET_KEY");
    }

    @Test
    void a_default_for_a_secret_would_be_noticed() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Variables.of("A=b").into("${A:-c}"))
                .withMessageContaining("${A:-c}");
    }
}
