package io.undertone.compose;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.undertone.job.Leg;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Undertone's configuration as a service loads it: the mounted file, and the service's environment. */
final class MountedConfig {
    static final String MOUNTED_AT = "/opt/undertone/config/undertone.yaml";

    private static final String FILE = "undertone.yaml";

    private MountedConfig() {}

    static UndertoneConfig of(Service service) {
        return ConfigLoader.load(Stack.directory().resolve(FILE), service.environment(), Map.of());
    }

    /** With a lake in a directory: its tables are asked for when the graph is built. */
    static UndertoneConfig withLakeIn(Path directory, Leg leg, int parallelism) throws IOException {
        ObjectNode tree = ComposeYaml.parse(Stack.text(FILE));
        tree.putObject("lake")
                .put("warehouse", directory.resolve("lake").toUri().toString());
        Path file = Files.writeString(directory.resolve(FILE), new YAMLMapper().writeValueAsString(tree));
        String key = leg.label().replace('-', '_') + ".parallelism";
        Map<String, String> environment = FlinkProcess.jobManager(leg).service().environment();
        return ConfigLoader.load(file, environment, Map.of(key, Integer.toString(parallelism)));
    }
}
