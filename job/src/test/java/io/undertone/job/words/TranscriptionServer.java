package io.undertone.job.words;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import java.util.List;
import java.util.Map;

/** A server that answers as it is told to. */
final class TranscriptionServer implements AutoCloseable {
    static final int CAPACITY = 4;
    static final int QUEUE = 100;

    static final String WORDS = """
            {"task": "transcribe", "language": "english", "duration": 2.0, "text": "Hello there.",
             "segments": [{"id": 0, "start": 0.0, "end": 1.2, "text": " Hello there.", "avg_logprob": -0.2,
                           "no_speech_prob": 0.01, "compression_ratio": 0.7}],
             "words": [{"word": "Hello", "start": 0.1, "end": 0.5}, {"word": "there", "start": 0.6, "end": 1.1}]}
            """;

    private final WireMockServer server = new WireMockServer(options().dynamicPort());

    TranscriptionServer() {
        server.start();
    }

    String url() {
        return server.baseUrl() + "/v1";
    }

    WireMockServer stubs() {
        return server;
    }

    /** Answers one request after the other so, and all that come after them as the last. */
    void answers(ResponseDefinitionBuilder... inOrder) {
        for (int i = 0; i < inOrder.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willSetStateTo("answer " + Math.min(i + 1, inOrder.length - 1))
                    .willReturn(inOrder[i]));
        }
        if (inOrder.length == 1) {
            server.stubFor(any(anyUrl()).willReturn(inOrder[0]));
        }
    }

    List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    /** Stops, and says where nobody listens any more. */
    String stop() {
        String url = url();
        server.stop();
        return url;
    }

    @Override
    public void close() {
        server.stop();
    }

    static ResponseDefinitionBuilder ok(String json) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(json);
    }

    static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status).withBody("{\"error\": {\"message\": \"no\"}}");
    }

    /** Three attempts within seconds, and a breaker that never opens. */
    static WordsSettings settings(String url) {
        return settings(url, 20_000, 3, new BreakerSettings(1_000, 60_000));
    }

    static WordsSettings settings(String url, int timeoutMillis, int attempts, BreakerSettings breaker) {
        return settings(url, patience(timeoutMillis, attempts), breaker);
    }

    static WordsSettings settings(String url, Patience patience, BreakerSettings breaker) {
        return new WordsSettings(
                url, "whisper-base", "secret", Map.of(), Map.of(), null, CAPACITY, QUEUE, patience, breaker);
    }

    /** One request may take all the time that there is. */
    static Patience patience(int timeoutMillis, int attempts) {
        return new Patience(timeoutMillis, timeoutMillis, attempts, 20, Math.max(20, timeoutMillis));
    }
}
