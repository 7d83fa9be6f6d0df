package io.undertone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads metrics of all jobs from Flink's web page. */
final class JobMetrics {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;

    JobMetrics(URI page) {
        this.page = page;
    }

    /** The sum of a step's metric over its subtasks. */
    double sum(String step, String suffix) throws IOException, InterruptedException {
        double sum = 0;
        for (JsonNode job : get("/jobs").get("jobs")) {
            String path = "/jobs/" + job.get("id").asText();
            for (JsonNode vertex : get(path).get("vertices")) {
                if (vertex.get("name").asText().contains(step)) {
                    sum += sum(path + "/vertices/" + vertex.get("id").asText() + "/metrics", suffix, step);
                }
            }
        }
        return sum;
    }

    private double sum(String metrics, String suffix, String step) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        for (JsonNode metric : get(metrics)) {
            String id = metric.get("id").asText();
            if (id.endsWith("." + suffix) && id.contains(step)) {
                names.add(URLEncoder.encode(id, StandardCharsets.UTF_8));
            }
        }
        double sum = 0;
        for (JsonNode value :
                names.isEmpty() ? JSON.createArrayNode() : get(metrics + "?get=" + String.join(",", names))) {
            sum += value.get("value").asDouble();
        }
        return sum;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(page.resolve(path)).build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
