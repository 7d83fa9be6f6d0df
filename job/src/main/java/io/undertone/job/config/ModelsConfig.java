package io.undertone.job.config;

import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.model.ModelDirectories;
import java.io.Serializable;
import java.util.List;

/** Where the models lie, what those that a GPU helps may take of one, and which is used: the id of its card. */
public record ModelsConfig(String directory, String cache, boolean gpu, int gpuMemoryMb, String speaker, String emotion)
        implements Serializable {
    public ModelsConfig {
        Need.text("directory", directory);
        Need.text("cache", cache);
        Need.atLeast(1, "gpu_memory_mb", gpuMemoryMb);
        Need.text("speaker", speaker);
        Need.text("emotion", emotion);
    }

    public ModelDirectories directories() {
        return new ModelDirectories(directory, cache);
    }

    /** Of models without memory; voice activity stays on the CPU, where its small batches are done sooner. */
    public Execution execution() {
        return new Execution(
                gpu ? List.of(Provider.CUDA, Provider.CPU) : List.of(Provider.CPU), (long) gpuMemoryMb << 20);
    }
}
