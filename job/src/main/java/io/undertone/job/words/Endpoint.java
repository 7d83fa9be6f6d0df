package io.undertone.job.words;

import com.github.mizosoft.methanol.MediaType;
import com.github.mizosoft.methanol.MoreBodyPublishers;
import com.github.mizosoft.methanol.MultipartBodyPublisher;
import io.undertone.job.services.LimitedBody;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server that has {@code /audio/transcriptions}: how it is addressed and what it is sent. */
final class Endpoint {
    /** Half a minute of fast speech with all its times takes less than a tenth of this. */
    static final int MOST_ANSWER_BYTES = 256 << 10;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final MediaType WAV = MediaType.parse("audio/wav");

    private final String model;
    private final URI address;
    private final HttpRequest.Builder template;
    private final HttpClient client;

    /** Refuses headers that HTTP does not have. */
    Endpoint(WordsSettings settings, Executor threads) {
        this.model = settings.model();
        this.address = URI.create(settings.url().replaceFirst("/+$", "") + "/audio/transcriptions" + query(settings));
        this.template = HttpRequest.newBuilder(address).header("Accept", "application/json");
        settings.headers().forEach(template::header);
        if (settings.apiKey() != null) {
            template.setHeader("Authorization", "Bearer " + settings.apiKey());
        }
        // Servers on uvicorn warn of each offer to speak HTTP/2. Redirects are looked at before they are followed.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
    }

    URI address() {
        return address;
    }

    /** @param onAnswer is run as soon as an answer begins */
    CompletableFuture<HttpResponse<byte[]>> send(Question question, AnswerForm form, URI to, Runnable onAnswer) {
        MultipartBodyPublisher body = body(question, form);
        HttpRequest request = template.copy()
                .uri(to)
                .header("Idempotency-Key", question.idempotencyKey() + form.keySuffix())
                .header("Content-Type", body.mediaType().toString())
                .POST(body)
                .build();
        return client.sendAsync(request, head -> {
            onAnswer.run();
            return new LimitedBody(MOST_ANSWER_BYTES);
        });
    }

    /** Where a redirect leads; null if audio and key must not go there. */
    @Nullable
    URI redirected(HttpResponse<?> response) {
        String location = response.headers().firstValue("Location").orElse("");
        try {
            URI to = response.uri().resolve(location);
            boolean same = address.getScheme().equals(to.getScheme())
                    && address.getRawAuthority().equals(to.getRawAuthority());
            return same && !location.isEmpty() ? to : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private MultipartBodyPublisher body(Question question, AnswerForm form) {
        MultipartBodyPublisher.Builder body =
                MultipartBodyPublisher.newBuilder().textPart("model", model).textPart("response_format", form.format());
        form.granularities().forEach(granularity -> body.textPart("timestamp_granularities[]", granularity));
        if (question.language() != null) {
            body.textPart("language", question.language());
        }
        var wav = MoreBodyPublishers.ofMediaType(BodyPublishers.ofByteArray(question.wav()), WAV);
        return body.formPart("file", "audio.wav", wav).build();
    }

    private static String query(WordsSettings settings) {
        return settings.query().isEmpty()
                ? ""
                : new TreeMap<>(settings.query())
                        .entrySet().stream()
                                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
