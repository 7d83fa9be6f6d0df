package io.undertone.images.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where a cluster keeps its checkpoints, and what each of its processes takes to reach that.
 *
 * @param settings lines of Flink's configuration
 * @param lib jars in Flink's own class path beyond what is always there
 * @param environment of every process
 */
record StateStore(String settings, List<String> lib, Map<String, String> environment) {
    /** Beside the cluster. */
    static StateStore in(Path directory) {
        String checkpoints = directory.resolve("checkpoints").toUri().toString();
        return new StateStore("execution.checkpointing.dir: " + checkpoints, List.of(), Map.of());
    }
}
