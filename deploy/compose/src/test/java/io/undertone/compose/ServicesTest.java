package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.compose.Service.Mount;
import io.undertone.compose.Service.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every service starts when it can, stays up or ends, and has bounds. */
final class ServicesTest {
    private static final Stack STACK = Stack.shipped();

    static Stream<Service> all() {
        return STACK.services().stream();
    }

    static Stream<Service> builtHere() {
        return all().filter(service -> service.node().has("build"));
    }

    @Test
    void all_that_undertone_takes_is_there() {
        assertThat(all().map(Service::name))
                .contains("kafka", "postgres", "s3", "catalog", "transcriber", "prometheus", "grafana")
                .contains("bucket", "migrate", "enrolment", "publisher")
                .contains("live-jobmanager", "voices-jobmanager", "post-call-jobmanager")
                .contains("live-taskmanager", "voices-taskmanager", "post-call-taskmanager");
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_is_restarted_unless_it_is_done_and_takes_no_more_than_it_is_granted(Service service) {
        assertThat(service.node().path("restart").asText()).isIn("no", "unless-stopped");
        assertThat(service.node().at("/deploy/resources/limits/cpus").asDouble())
                .isPositive();
        assertThat(service.memory().getMebiBytes()).isPositive();
        assertThat(service.node().path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(service.node().path("security_opt").toString()).isEqualTo("[\"no-new-privileges:true\"]");
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_stays_up_tells_its_health(Service service) throws IOException {
        boolean tells = !service.healthCheck().isEmpty() || dockerfile(service).contains("\nHEALTHCHECK ");
        assertThat(tells).isNotEqualTo(service.isOnce());
    }

    @ParameterizedTest
    @MethodSource("all")
    void it_waits_for_others_to_be_done_or_in_health(Service service) {
        service.dependencies().forEach((name, condition) -> {
            Service other = STACK.service(name);
            assertThat(condition.equals("service_completed_successfully"))
                    .as("%s waits for %s", service, name)
                    .isEqualTo(other.isOnce());
        });
    }

    /** A job is in health once its task manager is there, so that only a task manager may not wait for that. */
    @Test
    void only_task_managers_do_not_wait_for_health() {
        assertThat(all().filter(service -> service.dependencies().containsValue("service_started")))
                .extracting(Service::name)
                .containsExactlyInAnyOrder("live-taskmanager", "voices-taskmanager", "post-call-taskmanager");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nobody_waits_for_itself(Service service) {
        var open = new ArrayDeque<>(service.dependencies().keySet());
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name)) {
                open.addAll(STACK.service(name).dependencies().keySet());
            }
        }
        assertThat(seen).doesNotContain(service.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void files_that_are_mounted_are_there(Service service) {
        assertThat(service.mounts().stream().filter(Mount::isFile).map(Mount::source))
                .allSatisfy(
                        source -> assertThat(Stack.directory().resolve(source)).exists());
    }

    @Test
    void volumes_are_declared_and_used() {
        Set<String> used = new HashSet<>();
        all().flatMap(service -> service.mounts().stream())
                .filter(mount -> !mount.isFile())
                .forEach(mount -> used.add(mount.source()));
        assertThat(STACK.tree().path("volumes").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void no_port_is_open_to_other_machines_and_none_is_taken_twice() {
        List<Port> ports = all().flatMap(service -> service.ports().stream()).toList();
        assertThat(ports).isNotEmpty().allMatch(port -> port.address().equals("127.0.0.1"));
        assertThat(ports).extracting(Port::host).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("builtHere")
    void what_is_built_here_can_be(Service service) throws IOException {
        assertThat(context(service)).isDirectory();
        String target = service.node().at("/build/target").asText();
        assertThat(dockerfile(service))
                .contains(target.isEmpty() ? "FROM " : " AS %s\n".formatted(target))
                .containsPattern("\nUSER [1-9]");
    }

    @Test
    void one_image_is_built_in_one_way() {
        Map<String, Set<String>> builds = new TreeMap<>();
        builtHere()
                .forEach(service -> builds.computeIfAbsent(service.image(), image -> new HashSet<>())
                        .add(service.node().path("build").toString()));
        assertThat(builds.values())
                .isNotEmpty()
                .allSatisfy(ways -> assertThat(ways).hasSize(1));
    }

    private static String dockerfile(Service service) throws IOException {
        if (!service.node().has("build")) {
            return "";
        }
        String file = service.node().at("/build/dockerfile").asText("Dockerfile");
        return Files.readString(context(service).resolve(file.isEmpty() ? "Dockerfile" : file));
    }

    private static Path context(Service service) {
        return Stack.directory().resolve(service.node().at("/build/context").asText());
    }
}
