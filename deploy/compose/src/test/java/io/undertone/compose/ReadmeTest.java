package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.compose.Service.Port;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows the page finds what it names. */
final class ReadmeTest {
    private static final Pattern ADDRESS = Pattern.compile("localhost:(\\d+)");
    private static final Pattern SERVICE = Pattern.compile("(?:run --rm|logs|exec) ([a-z][a-z-]*)");
    private static final String PAGE = Stack.text("README.md");

    @Test
    void every_published_port_is_on_it_and_no_other() {
        Stream<Integer> published = Stack.shipped().services().stream()
                .flatMap(service -> service.ports().stream())
                .map(Port::host);
        assertThat(ADDRESS.matcher(PAGE)
                        .results()
                        .map(found -> Integer.valueOf(found.group(1)))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(published.toList());
    }

    @Test
    void services_and_files_that_it_names_are_there() {
        assertThat(SERVICE.matcher(PAGE).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Stack.shipped().service(name)).isNotNull());
        assertThat(Stream.of(Stack.FILE, Stack.GPU_FILE, ".env", "undertone.yaml"))
                .allSatisfy(file -> assertThat(PAGE).contains(file));
        assertThat(PAGE.lines()).hasSizeLessThanOrEqualTo(50);
    }
}
