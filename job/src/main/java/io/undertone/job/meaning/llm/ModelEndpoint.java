package io.undertone.job.meaning.llm;

import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is served, in the form of OpenAI's chat completions.
 *
 * @param id names the endpoint in rows; no address
 * @param url up to what stands before {@code /chat/completions}
 * @param apiKey for the bearer header; null where none is needed or another header has it
 * @param headers of every request; Azure wants {@code api-key}
 * @param query of every request; Azure wants {@code api-version}
 */
public record ModelEndpoint(
        String id,
        String url,
        String model,
        @Nullable String apiKey,
        Map<String, String> headers,
        Map<String, String> query)
        implements Serializable {
    public ModelEndpoint {
        if (id.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("need an id and a model, got '%s' and '%s'".formatted(id, model));
        }
        String scheme = URI.create(url).getScheme();
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new IllegalArgumentException("need a url that begins with http:// or https://");
        }
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /** Neither values of headers nor of the query: either may be a key. */
    @Override
    public String toString() {
        return "ModelEndpoint[id=%s, url=%s, model=%s, headers=%s, query=%s]"
                .formatted(id, url, model, headers.keySet(), query.keySet());
    }
}
