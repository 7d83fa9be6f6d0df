package io.undertone.job.meaning.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import io.undertone.udfs.meaning.MeaningTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** An endpoint that answers as tests tell it to, and settings that lead to it. */
final class ModelServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST_BYTES = 256 * 1024;

    final ObedientModel model = new ObedientModel();
    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().extensions(model));

    ModelServer() {
        server.start();
    }

    /** A chat completion whose message is {@code text}, 11 tokens in and 7 out. */
    static String completion(String text) {
        ObjectNode completion = JSON.createObjectNode().put("id", "1").put("object", "chat.completion");
        ObjectNode choice =
                completion.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", text);
        completion
                .putObject("usage")
                .put("prompt_tokens", 11)
                .put("completion_tokens", 7)
                .put("total_tokens", 18);
        try {
            return JSON.writeValueAsString(completion);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ResponseDefinitionBuilder says(String text) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(completion(text));
    }

    /** The model's own answer. */
    static ResponseDefinitionBuilder thinks() {
        return aResponse().withTransformers(ObedientModel.NAME);
    }

    /** Answers in this order, the last one from then on. */
    ModelServer replies(ResponseDefinitionBuilder... replies) {
        for (int i = 0; i < replies.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("in order")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "reply " + i)
                    .willSetStateTo("reply " + Math.min(i + 1, replies.length - 1))
                    .willReturn(replies[i]));
        }
        if (replies.length == 1) {
            server.stubFor(any(anyUrl()).willReturn(replies[0]));
        }
        return this;
    }

    /** In the order in which they came. */
    List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(event.getRequest())); // the newest first
        Collections.reverse(requests);
        return requests;
    }

    JsonNode request(int number) {
        try {
            return JSON.readTree(requests().get(number).getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return server.baseUrl() + "/v1";
    }

    void stop() {
        server.stop();
    }

    /** Short times, two attempts, and a breaker that never opens. */
    LanguageModelSettings settings() {
        return settings(new Patience(20_000, 10_000, 2, 1, 2), new BreakerSettings(1_000, 60_000));
    }

    LanguageModelSettings settings(Patience patience, BreakerSettings breaker) {
        return new LanguageModelSettings(
                new ModelEndpoint(
                        "test", url(), "model-1", "secret", Map.of("X-Team", "voices"), Map.of("api-version", "7")),
                EnumSet.allOf(MeaningTask.class),
                patience,
                breaker,
                LARGEST_BYTES,
                LanguageModelSettings.PROMPT);
    }

    @Override
    public void close() {
        server.stop();
    }
}
