package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.undertone.job.Leg;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A leg's configuration as its job manager loads it: the mounted file, and the environment of the pod. */
record LegConfiguration(Overlay overlay, Leg leg) {
    UndertoneConfig load(Path directory) throws IOException {
        return load(directory, overlay.undertoneYaml(), Map.of());
    }

    /** With a lake in a directory: its tables are asked for when the graph is built. */
    UndertoneConfig withLakeIn(Path directory, Map<String, String> settings) throws IOException {
        ObjectNode tree = (ObjectNode) Yaml.parse(overlay.undertoneYaml()).get(0);
        tree.putObject("lake")
                .put("warehouse", directory.resolve("lake").toUri().toString());
        return load(directory, new YAMLMapper().writeValueAsString(tree), settings);
    }

    private UndertoneConfig load(Path directory, String yaml, Map<String, String> settings) throws IOException {
        Path file = Files.writeString(directory.resolve("undertone.yaml"), yaml);
        return ConfigLoader.load(file, environment(), settings);
    }

    Map<String, String> environment() {
        return PodTemplates.environment(overlay.leg(leg).jobManager());
    }
}
