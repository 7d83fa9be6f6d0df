package io.undertone.udfs.inference;

import java.io.Serializable;
import java.util.List;

/**
 * Where a model runs.
 *
 * @param providers in the order in which they are tried
 * @param gpuMemoryBytes what a session may take of a GPU, at most
 */
public record Execution(List<Provider> providers, long gpuMemoryBytes) implements Serializable {
    /** One core of this machine. */
    public static final Execution ON_CPU = new Execution(List.of(Provider.CPU), 4L << 30);

    public Execution {
        providers = List.copyOf(providers);
        if (providers.isEmpty() || gpuMemoryBytes < 1 << 20) {
            throw new IllegalArgumentException("need a provider and at least 1 MiB of GPU memory, got %s and %d bytes"
                    .formatted(providers, gpuMemoryBytes));
        }
    }
}
