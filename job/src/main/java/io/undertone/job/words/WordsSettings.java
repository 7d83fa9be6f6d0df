package io.undertone.job.words;

import io.undertone.job.services.BreakerSettings;
import io.undertone.job.services.Patience;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How words are asked for.
 *
 * @param url of the API without its last two steps: {@code https://api.openai.com/v1}, or for Azure {@code …/openai/deployments/<name>}
 * @param model as the server knows it; it names the transcriber in what is written
 * @param apiKey sent as bearer token; null for none
 * @param headers sent with each request, as Azure's {@code api-key}
 * @param query parameters of the address, as Azure's {@code api-version}
 * @param language tag of what is spoken where a call does not say; null lets the transcriber find out
 * @param capacity requests that a subtask has under way, at most: half a megabyte of memory each
 * @param queue packs of a subtask that wait for their turn, at most: each is in every checkpoint
 * @param patience with a pack, from the beginning of its turn
 */
public record WordsSettings(
        String url,
        String model,
        @Nullable String apiKey,
        Map<String, String> headers,
        Map<String, String> query,
        @Nullable String language,
        int capacity,
        int queue,
        Patience patience,
        BreakerSettings breaker)
        implements Serializable {
    public WordsSettings {
        URI address = URI.create(url);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException("need the http address of a transcriber, got " + plain(address));
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "need an address without user, query and fragment, which have settings of their own, got "
                            + plain(address));
        }
        if (model.isBlank() || capacity < 1 || queue < 1) {
            throw new IllegalArgumentException(
                    "need a model, and at least 1 of each, got model='%s' capacity=%d queue=%d"
                            .formatted(model, capacity, queue));
        }
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /** The longest that a turn can take: the audio of a file system that answers late, and then all that is tried with it. */
    long turnMillis() {
        return 2L * patience.totalMillis();
    }

    /** Keys may be anywhere but in the address and the names. */
    @Override
    public String toString() {
        return "WordsSettings[url=%s, model=%s, headers=%s, query=%s, language=%s, capacity=%d, queue=%d, patience=%s, breaker=%s]"
                .formatted(url, model, headers.keySet(), query.keySet(), language, capacity, queue, patience, breaker);
    }

    private static String plain(URI address) {
        return "%s://%s%s".formatted(address.getScheme(), address.getHost(), address.getPath());
    }
}
