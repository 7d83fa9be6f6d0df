package io.undertone.udfs.frontend;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of what a reference implementation answers to a signal; which of the counts is given depends on it.
 *
 * @param rows numbers of the rows (frames) that {@code values} holds
 */
public record ReferenceCase(
        String signal,
        int rate,
        int samples,
        boolean padded,
        int frames,
        int slices,
        @Nullable String window,
        List<Integer> rows,
        List<List<Double>> values) {

    /** The cases of {@code frontend/<name>.json}. */
    public static List<ReferenceCase> of(String name) {
        String resource = "/frontend/%s.json".formatted(name);
        try (InputStream json = ReferenceCase.class.getResourceAsStream(resource)) {
            return List.of(new ObjectMapper().readValue(Objects.requireNonNull(json, resource), ReferenceCase[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public float[] input() {
        return TestSignals.named(signal, rate, samples);
    }

    /** The answer of a front end to this case's signal, which stands in the midst of other samples. */
    float[] row(FrontEnd frontEnd) {
        float[] among = new float[samples + 20];
        Arrays.fill(among, 0.9f);
        System.arraycopy(input(), 0, among, 10, samples);
        float[] out = new float[frontEnd.length(samples)];
        frontEnd.features(among, 10, samples, out, 0);
        return out;
    }

    @Override
    public String toString() {
        return "%s, %d samples at %d Hz%s".formatted(signal, samples, rate, window == null ? "" : ", " + window);
    }
}
