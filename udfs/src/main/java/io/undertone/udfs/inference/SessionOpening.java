package io.undertone.udfs.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.undertone.udfs.model.ModelCard;
import java.util.ArrayList;
import java.util.List;

/** Opens a network on the first of the wanted providers that this machine has. */
final class SessionOpening {
    private SessionOpening() {}

    static ModelSession open(ModelCard card, byte[] onnx, Execution execution) {
        List<String> fallbacks = new ArrayList<>();
        for (Provider provider : execution.providers()) {
            try (SessionOptions options = options(provider, execution)) {
                var session = OrtEnvironment.getEnvironment().createSession(onnx, options);
                return ModelSession.of(session, provider, fallbacks);
            } catch (OrtException e) {
                fallbacks.add("%s: %s".formatted(provider, e.getMessage()));
            }
        }
        throw new IllegalArgumentException("model %s, SHA-256 %s, is no model that ONNX Runtime can open here: %s"
                .formatted(card.id(), card.sha256(), fallbacks));
    }

    /** A task slot is one core: a model's own threads would only compete with those of other slots. */
    private static SessionOptions options(Provider provider, Execution execution) throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            if (provider == Provider.CUDA) {
                addCuda(options, execution.gpuMemoryBytes());
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }

    private static void addCuda(SessionOptions options, long memoryBytes) throws OrtException {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
            cuda.add("gpu_mem_limit", Long.toString(memoryBytes));
            // Its arena grows by what is asked for, not by doubling past the limit.
            cuda.add("arena_extend_strategy", "kSameAsRequested");
            options.addCUDA(cuda);
        }
    }
}
