package io.undertone.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The services that {@code docker compose up} starts, with the values of {@code .env}. */
final class Stack {
    static final String FILE = "docker-compose.yml";
    static final String GPU_FILE = "docker-compose.gpu.yml";

    private final ObjectNode tree;

    private Stack(ObjectNode tree) {
        this.tree = tree;
    }

    static Stack shipped() {
        return new Stack(read(FILE));
    }

    /** A compose file of the project. */
    static ObjectNode read(String name) {
        return ComposeYaml.parse(Variables.of(text(".env")).into(text(name)));
    }

    static String text(String name) {
        try {
            return Files.readString(directory().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path directory() {
        return root().resolve("deploy/compose");
    }

    static Path root() {
        return Path.of(System.getProperty("undertone.root", "")).toAbsolutePath();
    }

    ObjectNode tree() {
        return tree;
    }

    List<Service> services() {
        return tree.path("services").properties().stream()
                .map(entry -> new Service(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Service::name))
                .toList();
    }

    Service service(String name) {
        return services().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service " + name));
    }

    @Override
    public String toString() {
        return FILE;
    }
}
