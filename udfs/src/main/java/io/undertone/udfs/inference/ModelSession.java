package io.undertone.udfs.inference;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import java.util.List;
import java.util.Map;

/**
 * A loaded network, one for each file and execution in this JVM, however many use it. Its native memory goes with the last lease.
 * Runs of several threads do not disturb each other.
 */
public final class ModelSession implements AutoCloseable {
    private static final Shared<Key, ModelSession> OPEN = new Shared<>();

    private final OrtSession session;
    private final Provider provider;
    private final List<String> fallbacks;

    private ModelSession(OrtSession session, Provider provider, List<String> fallbacks) {
        this.session = session;
        this.provider = provider;
        this.fallbacks = List.copyOf(fallbacks);
    }

    /**
     * The use of a model's session.
     *
     * @throws IllegalArgumentException if the file is not the card's, or no provider opens it
     */
    public static Lease<ModelSession> lease(ModelCard card, ModelStore store, Execution execution) {
        return OPEN.lease(
                new Key(card.sha256(), execution), () -> SessionOpening.open(card, store.load(card), execution));
    }

    /** Sessions open in this JVM. */
    public static int open() {
        return OPEN.size();
    }

    static ModelSession of(OrtSession session, Provider provider, List<String> fallbacks) {
        return new ModelSession(session, provider, fallbacks);
    }

    public OrtEnvironment environment() {
        return OrtEnvironment.getEnvironment();
    }

    /** ONNX Runtime's session; not to be closed by its users. */
    public OrtSession session() {
        return session;
    }

    /** What it runs on. */
    public Provider provider() {
        return provider;
    }

    /** Why providers that were asked for first are not used; empty if the first one is. */
    public List<String> fallbacks() {
        return fallbacks;
    }

    /**
     * The shape of an input of floats, −1 where a dimension is free.
     *
     * @throws IllegalArgumentException if there is no such input
     */
    public long[] inputShape(String model, String name) {
        try {
            return shape(model, "input", name, session.getInputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException("model %s does not tell its inputs".formatted(model), e);
        }
    }

    /** The shape of an output of floats, −1 where a dimension is free. */
    public long[] outputShape(String model, String name) {
        try {
            return shape(model, "output", name, session.getOutputInfo());
        } catch (OrtException e) {
            throw new IllegalStateException("model %s does not tell its outputs".formatted(model), e);
        }
    }

    private static long[] shape(String model, String what, String name, Map<String, ai.onnxruntime.NodeInfo> nodes) {
        if (nodes.containsKey(name)
                && nodes.get(name).getInfo() instanceof TensorInfo info
                && info.type == OnnxJavaType.FLOAT) {
            return info.getShape();
        }
        throw new IllegalArgumentException(
                "model %s has no %s '%s' of floats; it has %s".formatted(model, what, name, nodes.values()));
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private record Key(String sha256, Execution execution) {}
}
