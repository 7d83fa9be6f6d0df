package io.undertone.images.cluster;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.job.Leg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The jar in a cluster that it was uploaded to: starts legs, says how they are, stops them. */
final class ShippedJar {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final FlinkRest rest;
    private final String id;

    private ShippedJar(FlinkRest rest, String id) {
        this.rest = rest;
        this.id = id;
    }

    static ShippedJar upload(FlinkRest rest, Path jar) throws IOException {
        String file = rest.upload("/jars/upload", jar).get("filename").asText();
        return new ShippedJar(rest, file.substring(file.lastIndexOf('/') + 1));
    }

    /** Runs the main class in the job manager, and returns the id of the job that it submits. */
    String start(Leg leg, Path config, int parallelism, @Nullable String savepoint) throws IOException {
        ObjectNode run = rest.object().put("parallelism", parallelism);
        for (String argument : List.of("--leg", leg.label(), "--config", config.toString())) {
            run.withArray("programArgsList").add(argument);
        }
        if (savepoint != null) {
            run.put("savepointPath", savepoint);
        }
        return rest.post("/jars/%s/run".formatted(id), run).get("jobid").asText();
    }

    /** Whether every task of the job runs. */
    boolean isProcessing(String job) throws IOException {
        for (JsonNode vertex : vertices(job)) {
            if (vertex.get("tasks").get("RUNNING").asInt()
                    != vertex.get("parallelism").asInt()) {
                return false;
            }
        }
        return true;
    }

    /** How many subtasks the widest step of the job has. */
    int parallelism(String job) throws IOException {
        int widest = 0;
        for (JsonNode vertex : vertices(job)) {
            widest = Math.max(widest, vertex.get("parallelism").asInt());
        }
        return widest;
    }

    /** One that runs tasks of the job. */
    String taskManagerOf(String job) throws IOException {
        String vertex = vertices(job).get(0).get("id").asText();
        return rest.get("/jobs/%s/vertices/%s/taskmanagers".formatted(job, vertex))
                .get("taskmanagers")
                .get(0)
                .get("taskmanager-id")
                .asText();
    }

    /** Stops the job after a savepoint, and returns where that lies. */
    String stop(String job, Path directory) throws IOException {
        JsonNode stop = rest.object()
                .put("targetDirectory", directory.toUri().toString())
                .put("drain", false);
        String request = rest.post("/jobs/%s/stop".formatted(job), stop)
                .get("request-id")
                .asText();
        JsonNode done = await("savepoint of " + job)
                .atMost(PATIENCE)
                .until(
                        () -> rest.get("/jobs/%s/savepoints/%s".formatted(job, request)),
                        state -> state.at("/status/id").asText().equals("COMPLETED"));
        JsonNode location = done.at("/operation/location");
        if (!location.isTextual()) {
            throw new IllegalStateException("no savepoint: " + done.at("/operation"));
        }
        return location.asText();
    }

    /** Where the latest checkpoint of a kind, {@code completed} or {@code restored}, lies; or nothing while there is none. */
    String checkpoint(String job, String kind) throws IOException {
        return rest.get("/jobs/%s/checkpoints".formatted(job))
                .at("/latest/%s/external_path".formatted(kind))
                .asText();
    }

    void cancel(String job) throws IOException {
        rest.patch("/jobs/%s?mode=cancel".formatted(job));
        await("end of " + job)
                .atMost(PATIENCE)
                .until(() -> rest.get("/jobs/" + job).get("state").asText().equals("CANCELED"));
    }

    private JsonNode vertices(String job) throws IOException {
        return rest.get("/jobs/" + job).get("vertices");
    }
}
