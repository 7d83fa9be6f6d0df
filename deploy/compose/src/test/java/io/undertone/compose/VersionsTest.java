package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services are of the versions that the libraries and the tests are of. */
final class VersionsTest {
    private static final Pattern EXACT = Pattern.compile("[\\w./-]+:v?(\\d+\\.\\d+[\\w.-]*)");

    static Stream<Service> all() {
        return Stack.shipped().services().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_image_has_an_exact_tag(Service service) {
        assertThat(service.image()).matches(EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "kafka:latest", "kafka:4", "kafka:v4"})
    void a_tag_that_moves_would_be_noticed(String image) {
        assertThat(image).doesNotMatch(EXACT);
    }

    @Test
    void the_broker_is_of_the_clients_version() {
        assertThat(tag("kafka")).isEqualTo(pinned("kafka.version"));
    }

    @Test
    void the_database_is_the_one_of_the_tests() {
        assertThat(pinned("postgres.version")).startsWith(tag("postgres").replace("-bookworm", "") + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"live-jobmanager", "live-taskmanager", "migrate", "publisher", "transcriber"})
    void ours_are_of_this_release(String service) {
        assertThat(tag(service)).isEqualTo(pinned("undertone.version"));
    }

    private static String tag(String service) {
        Matcher image = EXACT.matcher(Stack.shipped().service(service).image());
        assertThat(image.matches()).isTrue();
        return image.group(1);
    }

    /** As the pom says. */
    private static String pinned(String property) {
        return Objects.requireNonNull(System.getProperty(property), property);
    }
}
