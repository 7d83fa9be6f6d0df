package io.undertone.job.words;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static io.undertone.job.words.TranscriptionServer.WORDS;
import static io.undertone.job.words.TranscriptionServer.ok;
import static io.undertone.job.words.TranscriptionServer.settings;
import static io.undertone.job.words.TranscriptionServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.http.Body;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.undertone.job.services.BreakerSettings;
import io.undertone.udfs.words.Transcript;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is sent, and what becomes of good answers. */
@Timeout(60)
final class OpenAiTranscriberTest {
    private static final byte[] WAV = {'R', 'I', 'F', 'F', 0, -1, 13, 10, 45, 45};

    private final TranscriptionServer server = new TranscriptionServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void words_and_segments_come_with_their_times() throws Exception {
        server.answers(ok(WORDS));
        Transcript heard = heard(settings(server.url()), null);

        assertThat(heard.text).isEqualTo("Hello there.");
        assertThat(heard.language).isEqualTo("en");
        assertThat(heard.words).extracting(word -> word.text).containsExactly("Hello", "there");
        assertThat(heard.words.get(1).begin).isEqualTo(0.6);
        assertThat(heard.segments.get(0).noSpeechProbability).isEqualTo(0.01);
    }

    @Test
    void a_request_is_as_the_api_wants_it() throws Exception {
        server.answers(ok(WORDS));
        heard(settings(server.url()), "en-GB");

        LoggedRequest sent = server.requests().get(0);
        assertThat(sent.getMethod().getName()).isEqualTo("POST");
        assertThat(sent.getUrl()).isEqualTo("/v1/audio/transcriptions");
        assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer secret");
        assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("key-1");
        assertThat(part(sent, "model")).isEqualTo("whisper-base");
        assertThat(part(sent, "response_format")).isEqualTo("verbose_json");
        assertThat(part(sent, "language")).isEqualTo("en");
        assertThat(sent.getParts().stream()
                        .filter(part -> part.getName().equals("timestamp_granularities[]"))
                        .map(part -> part.getBody().asString()))
                .containsExactly("segment", "word");
        Request.Part file = Objects.requireNonNull(sent.getPart("file"));
        assertThat(file.getBody().asBytes()).isEqualTo(WAV);
        assertThat(file.getFileName()).isEqualTo("audio.wav");
        assertThat(file.getHeader("Content-Type").firstValue()).isEqualTo("audio/wav");
    }

    @Test
    void headers_query_and_address_are_as_configured() throws Exception {
        server.answers(ok(WORDS));
        var azure = new WordsSettings(
                server.url() + "/openai/deployments/whisper/",
                "whisper",
                null,
                Map.of("api-key", "secret"),
                Map.of("api-version", "2024-06-01", "b", "x y&z"),
                null,
                1,
                1,
                TranscriptionServer.patience(20_000, 1),
                new BreakerSettings(10, 1_000));
        heard(azure, null);

        LoggedRequest sent = server.requests().get(0);
        assertThat(sent.getUrl())
                .isEqualTo("/v1/openai/deployments/whisper/audio/transcriptions?api-version=2024-06-01&b=x%20y%26z");
        assertThat(sent.getHeader("api-key")).isEqualTo("secret");
        assertThat(sent.containsHeader("Authorization")).isFalse();
        assertThat(sent.getPart("language")).as("for the server to find out").isNull();
    }

    @Test
    void a_call_that_does_not_say_its_language_has_the_usual_one() throws Exception {
        server.answers(ok(WORDS));
        WordsSettings plain = settings(server.url());
        var german = new WordsSettings(
                plain.url(), plain.model(), null, Map.of(), Map.of(), "de", 1, 1, plain.patience(), plain.breaker());
        heard(german, null);
        heard(german, "fr");

        assertThat(part(server.requests().get(0), "language")).isEqualTo("de");
        assertThat(part(server.requests().get(1), "language")).isEqualTo("fr");
    }

    @Test
    void a_server_that_refuses_times_is_asked_for_less_and_not_again_for_more() throws Exception {
        server.stubs().stubFor(any(anyUrl()).willReturn(ok("{\"text\": \"Hello there.\"}")));
        server.stubs()
                .stubFor(any(anyUrl())
                        .withMultipartRequestBody(aMultipart("response_format").withBody(containing("verbose_json")))
                        .willReturn(status(400)));
        try (var transcriber = new OpenAiTranscriber(settings(server.url()), Clock.systemUTC())) {
            Transcription first = ask(transcriber, null);
            assertThat(Objects.requireNonNull(first.transcript()).text).isEqualTo("Hello there.");
            assertThat(first.requests()).isEqualTo(3);
            assertThat(ask(transcriber, null).requests()).isEqualTo(1);
        }
        assertThat(server.requests().stream().map(sent -> sent.getHeader("Idempotency-Key")))
                .as("another question has another key")
                .containsExactlyInAnyOrder("key-1", "key-1-segments", "key-1-text", "key-1-text");
    }

    @Test
    void a_server_that_refuses_whatever_it_is_asked_is_asked_for_everything_the_next_time() throws Exception {
        server.answers(status(400), status(400), status(422), ok(WORDS));
        try (var transcriber = new OpenAiTranscriber(settings(server.url()), Clock.systemUTC())) {
            assertThat(ask(transcriber, null)).isEqualTo(Transcription.failed(WordsFailure.REFUSED, 3));
            assertThat(Objects.requireNonNull(ask(transcriber, null).transcript()).words)
                    .hasSize(2);
        }
        assertThat(part(server.requests().get(3), "response_format")).isEqualTo("verbose_json");
    }

    @Test
    void a_redirect_on_the_same_server_is_followed_with_everything() throws Exception {
        server.answers(aResponse().withStatus(307).withHeader("Location", "/v2/transcribe?a=b"), ok(WORDS));
        assertThat(heard(settings(server.url()), null).text).isEqualTo("Hello there.");

        LoggedRequest second = server.requests().get(1);
        assertThat(second.getUrl()).isEqualTo("/v2/transcribe?a=b");
        assertThat(second.getMethod().getName()).isEqualTo("POST");
        assertThat(second.getHeader("Authorization")).isEqualTo("Bearer secret");
        Body file = Objects.requireNonNull(second.getPart("file")).getBody();
        assertThat(file.asBytes()).isEqualTo(WAV);
    }

    @Test
    void a_header_that_http_does_not_have_is_refused_at_the_start() {
        WordsSettings plain = settings(server.url());
        var wrong = new WordsSettings(
                plain.url(),
                "m",
                null,
                Map.of("bad header", "x"),
                Map.of(),
                null,
                1,
                1,
                plain.patience(),
                plain.breaker());

        assertThatIllegalArgumentException().isThrownBy(() -> new OpenAiTranscriber(wrong, Clock.systemUTC()));
    }

    private static Transcript heard(WordsSettings settings, @Nullable String language) throws Exception {
        try (var transcriber = new OpenAiTranscriber(settings, Clock.systemUTC())) {
            return Objects.requireNonNull(ask(transcriber, language).transcript());
        }
    }

    private static Transcription ask(OpenAiTranscriber transcriber, @Nullable String language) throws Exception {
        return transcriber
                .transcribe(WAV, language, "key-1")
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static String part(LoggedRequest sent, String name) {
        return Objects.requireNonNull(sent.getPart(name)).getBody().asString();
    }
}
