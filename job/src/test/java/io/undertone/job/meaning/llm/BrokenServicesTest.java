package io.undertone.job.meaning.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a part when the endpoint is down, slow, full or strange: a failure with a name, in time. */
@Timeout(60)
class BrokenServicesTest {
    private static final BreakerSettings NO_BREAKER = new BreakerSettings(1_000, 60_000);
    private static final Patience PATIENT = new Patience(20_000, 10_000, 3, 1, 2);
    private static final Patience HASTY = new Patience(600, 300, 2, 1, 2);

    private final ModelServer server = new ModelServer();
    private CallAnalyst analyst = analyst(PATIENT, NO_BREAKER);

    @AfterEach
    void stop() {
        analyst.close();
        server.close();
    }

    @Test
    void a_service_that_is_down_is_unreachable() {
        server.stop();
        assertFailed(asked(), "UNREACHABLE");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class)
    void a_connection_that_breaks_is_tried_again(Fault fault) {
        server.replies(aResponse().withFault(fault), ModelServer.thinks());
        PartMeaning meaning = asked();
        assertThat(meaning.status).isEqualTo("COMPLETE");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_failing_service_is_asked_as_often_as_is_set_and_no_more() {
        assertFailed(said(status(500)), "SERVER_ERROR");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void a_service_that_recovers_in_time_answers() {
        server.replies(status(502), status(500), ModelServer.thinks());
        assertThat(asked().status).isEqualTo("COMPLETE");
    }

    @Test
    void a_full_service_is_asked_again_when_it_says() {
        server.replies(status(429).withHeader("Retry-After", "1"), ModelServer.thinks());
        long begin = System.nanoTime();
        assertThat(asked().status).isEqualTo("COMPLETE");
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isGreaterThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "Fri, 01 Jan 2100 00:00:00 GMT", "99999999999"})
    void a_service_that_is_full_for_longer_than_the_part_has_is_not_waited_for(String retryAfter) {
        assertFailed(said(status(429).withHeader("Retry-After", retryAfter)), "BUSY");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "Fri, 01 Jan 2010 00:00:00 GMT", ""})
    void a_strange_or_past_time_to_come_back_is_no_reason_to_wait(String retryAfter) {
        server.replies(status(503).withHeader("Retry-After", retryAfter), ModelServer.thinks());
        assertThat(asked().status).isEqualTo("COMPLETE");
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,REFUSED", "404,REFUSED", "204,BROKEN_ANSWER"})
    void what_another_attempt_would_not_change_is_not_attempted(int status, String failure) {
        assertFailed(said(status(status)), failure);
        assertThat(server.requests()).hasSize(failure.equals("REFUSED") ? 1 : 2);
    }

    @Test
    void a_slow_service_costs_its_time_and_no_more() {
        analyst = replaced(HASTY, NO_BREAKER);
        PartMeaning meaning = said(ModelServer.says("{}").withFixedDelay(5_000));
        assertFailed(meaning, "TIMEOUT");
        assertThat(meaning.millis).isBetween(300L, 5_000L);
    }

    @Test
    void an_answer_that_trickles_in_is_a_slow_one() {
        analyst = replaced(HASTY, NO_BREAKER);
        PartMeaning meaning = said(ModelServer.says("{}".repeat(500)).withChunkedDribbleDelay(50, 20_000));
        assertFailed(meaning, "TIMEOUT");
        assertThat(meaning.millis).isLessThan(5_000L);
    }

    @Test
    void of_an_answer_of_a_megabyte_no_more_is_read_than_is_wanted() {
        assertFailed(said(ModelServer.says("x".repeat(1 << 20))), "TOO_LARGE");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad Gateway</html>",
                "{\"choices\":[]}",
                "{\"choices\":null}",
                "[]",
                "null",
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"{\\\"conf"
            })
    void what_is_no_completion_is_a_broken_answer_and_asked_for_once_more(String body) {
        assertFailed(
                said(aResponse().withHeader("Content-Type", "application/json").withBody(body)), "BROKEN_ANSWER");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_redirect_is_refused_and_nobody_else_gets_to_hear_the_call() {
        try (var elsewhere = new ModelServer().replies(ModelServer.thinks())) {
            assertFailed(said(temporaryRedirect(elsewhere.url() + "/chat/completions")), "REFUSED");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void a_service_that_keeps_failing_is_left_alone_and_tried_again_later() {
        analyst = replaced(new Patience(20_000, 10_000, 1, 1, 1), new BreakerSettings(4, 1_500));
        for (int i = 0; i < 4; i++) {
            assertFailed(said(status(500)), "SERVER_ERROR");
        }
        server.replies(ModelServer.thinks());
        assertFailed(asked(), "SUSPENDED");
        assertThat(server.requests()).as("the last was not sent").hasSize(4);

        PartMeaning meaning = asked();
        while (meaning.status.equals("FAILED")) {
            assertFailed(meaning, "SUSPENDED");
            meaning = asked();
        }
        assertThat(meaning.status).isEqualTo("COMPLETE");
    }

    @Test
    void a_service_that_refuses_is_not_down() {
        analyst = replaced(PATIENT, new BreakerSettings(2, 60_000));
        for (int i = 0; i < 5; i++) {
            assertFailed(said(status(400)), "REFUSED");
        }
    }

    @Test
    void whoever_stops_waiting_is_not_kept() throws Exception {
        server.replies(ModelServer.says("{}").withFixedDelay(30_000));
        var stopped = new CompletableFuture<Throwable>();
        var waiting = new Thread(this::asked);
        waiting.setUncaughtExceptionHandler((thread, thrown) -> stopped.complete(thrown));
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        assertThat(stopped.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
    }

    private PartMeaning said(ResponseDefinitionBuilder reply) {
        server.replies(reply);
        return asked();
    }

    private PartMeaning asked() {
        return analyst.analyse(Dialogues.complaint(), List.of())
                .toCompletableFuture()
                .join();
    }

    private CallAnalyst replaced(Patience patience, BreakerSettings breaker) {
        analyst.close();
        return analyst(patience, breaker);
    }

    private CallAnalyst analyst(Patience patience, BreakerSettings breaker) {
        return new LanguageModel(server.settings(patience, breaker)).create(new UnregisteredMetricsGroup());
    }

    private static void assertFailed(PartMeaning meaning, String failure) {
        assertThat(meaning.failure).isEqualTo(failure);
        assertThat(meaning.status).isEqualTo("FAILED");
        assertThat(meaning.gaps).contains("sentiment", "topic");
        assertThat(meaning.lines).isEmpty();
        assertThat(meaning.analyst).isEqualTo("model-1 via test");
    }
}
