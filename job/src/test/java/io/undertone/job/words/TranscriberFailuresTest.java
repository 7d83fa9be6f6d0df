package io.undertone.job.words;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.undertone.job.words.TranscriptionServer.WORDS;
import static io.undertone.job.words.TranscriptionServer.ok;
import static io.undertone.job.words.TranscriptionServer.settings;
import static io.undertone.job.words.TranscriptionServer.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a server can do wrong ends in words after all or in a failure by name, in time. */
@Timeout(60)
final class TranscriberFailuresTest {
    private static final BreakerSettings NEVER_OPENS = new BreakerSettings(1_000, 60_000);

    private final TranscriptionServer server = new TranscriptionServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_server_that_is_down_is_unreachable_after_all_attempts() throws Exception {
        assertFailed(WordsFailure.UNREACHABLE, 3, ask(settings(server.stop())));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 504, 408, 429, 503})
    void what_may_pass_is_tried_again(int status) throws Exception {
        server.answers(status(status), ok(WORDS));
        assertHeard(2, ask(settings(server.url())));
        assertThat(server.requests().stream().map(sent -> sent.getHeader("Idempotency-Key")))
                .as("the same question")
                .containsExactly("key-1", "key-1");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void a_connection_that_breaks_is_tried_again(Fault fault) throws Exception {
        server.answers(aResponse().withFault(fault), ok(WORDS));
        assertHeard(2, ask(settings(server.url())));
    }

    @Test
    void what_does_not_pass_is_tried_so_often_and_then_told() throws Exception {
        server.answers(status(500));
        assertFailed(WordsFailure.UNREACHABLE, 3, ask(settings(server.url())));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 302, 304})
    void what_a_server_refuses_is_not_sent_again(int status) throws Exception {
        server.answers(status(status));
        assertFailed(WordsFailure.REFUSED, 1, ask(settings(server.url())));
    }

    @Test
    void audio_that_is_too_large_is_not_sent_again() throws Exception {
        server.answers(status(413));
        assertFailed(WordsFailure.TOO_LARGE, 1, ask(settings(server.url())));
    }

    @Test
    void a_busy_server_is_asked_again_when_it_says_so() throws Exception {
        server.answers(status(429).withHeader("Retry-After", "1"), ok(WORDS));
        assertHeard(2, ask(settings(server.url())));
        assertThat(millisBetween(server.requests())).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void a_busy_server_may_name_a_time_of_day() throws Exception {
        Instant now = Instant.parse("2026-01-01T10:00:00Z");
        String then =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plusSeconds(1).atZone(ZoneOffset.UTC));
        server.answers(status(503).withHeader("Retry-After", then), ok(WORDS));
        try (var transcriber = new OpenAiTranscriber(settings(server.url()), Clock.fixed(now, ZoneOffset.UTC))) {
            assertHeard(2, ask(transcriber));
        }
        assertThat(millisBetween(server.requests())).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void a_server_that_is_busy_for_longer_than_there_is_time_is_not_waited_for() throws Exception {
        server.answers(status(429).withHeader("Retry-After", "3600"));
        assertFailed(WordsFailure.BUSY, 1, ask(settings(server.url())));
    }

    @Test
    void a_server_that_is_always_busy_is_told_to_be_when_time_is_over() throws Exception {
        server.answers(status(429).withHeader("Retry-After", "1"));
        Transcription busy = ask(settings(server.url(), 1_500, 1_000, NEVER_OPENS));

        assertThat(busy.failure()).isEqualTo(WordsFailure.BUSY);
        assertThat(busy.requests()).isEqualTo(2);
    }

    @Test
    void a_server_that_does_not_answer_is_given_up_when_time_is_over() throws Exception {
        server.answers(ok(WORDS).withFixedDelay(20_000));
        assertFailed(WordsFailure.TIMEOUT, 1, ask(settings(server.url(), 300, 3, NEVER_OPENS)));
    }

    @Test
    void an_answer_that_never_ends_is_given_up_too() throws Exception {
        server.answers(ok(WORDS).withChunkedDribbleDelay(20, 20_000));
        assertFailed(WordsFailure.TIMEOUT, 1, ask(settings(server.url(), 500, 3, NEVER_OPENS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"Hello\"",
                "{\"text\": \"Hel",
                "Sure! Here is the transcript: {\"text\": \"Hello\"}",
                "{\"text\": \"Hello\"} I hope that helps.",
                "{\"error\": \"none\"}",
                "{\"text\": null}",
                "{\"text\": \"Hello\", \"segments\": {}}",
                "{\"text\": \"Hello\", \"segments\": [{\"start\": \"0.5\", \"end\": 1, \"text\": \"Hello\"}]}",
                "{\"text\": \"Hello\", \"segments\": [{\"start\": 0, \"end\": 1}]}",
                "{\"text\": \"Hello\", \"words\": [{\"word\": \"Hello\", \"start\": 1e999, \"end\": 2}]}",
                "{\"text\": \"Hello\", \"words\": [\"Hello\"]}"
            })
    void an_answer_that_is_none_is_asked_for_again_and_then_told(String answer) throws Exception {
        server.answers(ok(answer));
        assertFailed(WordsFailure.BROKEN_ANSWER, 3, ask(settings(server.url())));
    }

    @Test
    void an_answer_of_a_megabyte_is_not_read() throws Exception {
        server.answers(ok("{\"text\": \"" + "la ".repeat(350_000) + "\"}"));
        assertFailed(WordsFailure.TOO_LARGE, 1, ask(settings(server.url())));
    }

    @Test
    void neither_audio_nor_key_follow_a_redirect_to_another_server() throws Exception {
        try (var other = new TranscriptionServer()) {
            other.answers(ok(WORDS));
            server.answers(aResponse().withStatus(307).withHeader("Location", other.url() + "/audio/transcriptions"));

            assertFailed(WordsFailure.REFUSED, 1, ask(settings(server.url())));
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/audio/transcriptions", "", "::"})
    void a_redirect_that_leads_nowhere_ends(String location) throws Exception {
        server.answers(aResponse().withStatus(308).withHeader("Location", location));
        assertThat(ask(settings(server.url())).failure()).isEqualTo(WordsFailure.REFUSED);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_server_that_fails_again_and_again_is_left_alone() throws Exception {
        server.answers(status(500));
        var once = settings(server.url(), 20_000, 1, new BreakerSettings(4, 600_000));
        try (var transcriber = new OpenAiTranscriber(once, Clock.systemUTC())) {
            for (int i = 0; i < 4; i++) {
                assertFailed(WordsFailure.UNREACHABLE, 1, ask(transcriber));
            }
            assertFailed(WordsFailure.UNREACHABLE, 0, ask(transcriber));
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void a_pack_outlasts_the_time_in_which_a_server_is_left_alone() throws Exception {
        server.answers(status(500), status(500), ok(WORDS));
        var patient = settings(server.url(), 20_000, 50, new BreakerSettings(2, 300));
        assertHeard(3, ask(patient));
        List<LoggedRequest> sent = server.requests();
        assertThat(millisBetween(sent.subList(1, 3))).isGreaterThanOrEqualTo(299);
    }

    @Test
    void a_request_that_hangs_is_sent_again_while_there_is_time() throws Exception {
        server.answers(ok(WORDS).withFixedDelay(20_000), ok(WORDS));
        assertHeard(2, ask(settings(server.url(), new Patience(20_000, 300, 3, 20, 40), NEVER_OPENS)));
    }

    @Test
    void a_server_that_fails_when_it_is_tried_again_is_not_waited_for_until_it_answers() throws Exception {
        server.answers(status(500), status(500), status(500), status(500), ok(WORDS));
        var patience = new Patience(30_000, 30_000, 1, 1, 2);
        try (var transcriber = new OpenAiTranscriber(
                settings(server.url(), patience, new BreakerSettings(2, 500)), Clock.systemUTC())) {
            ask(transcriber);
            ask(transcriber);
            assertThat(transcriber.isAway()).as("left alone for the first time").isFalse();
            while (server.requests().size() < 4) {
                ask(transcriber);
            }
            assertThat(transcriber.isAway()).as("tried and failed").isTrue();
            while (ask(transcriber).failure() != null) {
                Thread.onSpinWait();
            }
            assertThat(transcriber.isAway()).isFalse();
        }
    }

    @Test
    void a_server_that_refuses_is_well() throws Exception {
        server.answers(status(401));
        var once = settings(server.url(), 20_000, 1, new BreakerSettings(2, 600_000));
        try (var transcriber = new OpenAiTranscriber(once, Clock.systemUTC())) {
            for (int i = 0; i < 5; i++) {
                assertFailed(WordsFailure.REFUSED, 1, ask(transcriber));
            }
        }
    }

    @Test
    void closing_gives_up_what_is_under_way_and_ends_its_threads() throws Exception {
        server.answers(ok(WORDS).withFixedDelay(20_000));
        Set<Thread> before = threads();
        var transcriber = new OpenAiTranscriber(settings(server.url()), Clock.systemUTC());
        CompletableFuture<Transcription> answer =
                transcriber.transcribe(new byte[100], null, "key-1").toCompletableFuture();
        transcriber.close();

        assertThat(answer.get(5, TimeUnit.SECONDS).failure()).isEqualTo(WordsFailure.TIMEOUT);
        for (Thread thread : threads()) {
            if (!before.contains(thread)) {
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("transcriber-"))
                .collect(Collectors.toSet());
    }

    private static long millisBetween(List<LoggedRequest> requests) {
        Instant first = requests.get(0).getLoggedDate().toInstant();
        return Duration.between(first, requests.get(1).getLoggedDate().toInstant())
                .toMillis();
    }

    private static Transcription ask(WordsSettings settings) throws Exception {
        try (var transcriber = new OpenAiTranscriber(settings, Clock.systemUTC())) {
            return ask(transcriber);
        }
    }

    private static Transcription ask(OpenAiTranscriber transcriber) throws Exception {
        return transcriber
                .transcribe(new byte[100_000], null, "key-1")
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static void assertHeard(int requests, Transcription answer) {
        assertThat(answer.failure()).isNull();
        assertThat(answer.transcript()).isNotNull();
        assertThat(answer.requests()).isEqualTo(requests);
    }

    private static void assertFailed(WordsFailure failure, int requests, Transcription answer) {
        assertThat(answer).isEqualTo(Transcription.failed(failure, requests));
    }
}
