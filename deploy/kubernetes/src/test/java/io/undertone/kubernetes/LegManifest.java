package io.undertone.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;

/** A leg's FlinkDeployment, and what operator and Flink make of it. */
record LegManifest(ObjectNode resource) {
    String name() {
        return resource.at("/metadata/name").asText();
    }

    JsonNode at(String pointer) {
        return resource.at(pointer);
    }

    /** Keys as they stand. */
    Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        resource.at("/spec/flinkConfiguration")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    /** Flink's view, with what the operator adds from the resource's own fields. */
    Configuration flink() {
        Configuration flink = Configuration.fromMap(settings());
        flink.set(
                JobManagerOptions.TOTAL_PROCESS_MEMORY,
                MemorySize.parse(at("/spec/jobManager/resource/memory").asText()));
        flink.set(
                TaskManagerOptions.TOTAL_PROCESS_MEMORY,
                MemorySize.parse(at("/spec/taskManager/resource/memory").asText()));
        return flink;
    }

    int slots() {
        return flink().get(TaskManagerOptions.NUM_TASK_SLOTS);
    }

    List<String> args() {
        return PodTemplates.texts(at("/spec/job/args"));
    }

    JsonNode jobManager() {
        return PodTemplates.merged(at("/spec/podTemplate"), at("/spec/jobManager/podTemplate"));
    }

    JsonNode taskManager() {
        return PodTemplates.merged(at("/spec/podTemplate"), at("/spec/taskManager/podTemplate"));
    }

    Stream<JsonNode> pods() {
        return Stream.of(jobManager(), taskManager());
    }

    @Override
    public String toString() {
        return name();
    }
}
