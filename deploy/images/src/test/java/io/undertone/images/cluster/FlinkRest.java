package io.undertone.images.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** What is asked of a job manager, in JSON. An answer that is no success is an exception with Flink's own words. */
final class FlinkRest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BOUNDARY = "undertone-jar";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;

    FlinkRest(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    JsonNode get(String path) throws IOException {
        return send(request(path).GET());
    }

    JsonNode post(String path, JsonNode body) throws IOException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    JsonNode patch(String path) throws IOException {
        return send(request(path).method("PATCH", BodyPublishers.noBody()));
    }

    JsonNode upload(String path, Path jar) throws IOException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("""
                    --%s\r
                    Content-Disposition: form-data; name="jarfile"; filename="%s"\r
                    Content-Type: application/x-java-archive\r
                    \r
                    """.formatted(BOUNDARY, jar.getFileName())),
                BodyPublishers.ofFile(jar),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException {
        HttpRequest request = builder.build();
        HttpResponse<String> answer = answer(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %d %s"
                    .formatted(request.method(), request.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> answer(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Flink was asked", e);
        }
    }
}
