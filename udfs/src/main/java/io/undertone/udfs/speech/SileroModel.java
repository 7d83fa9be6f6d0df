package io.undertone.udfs.speech;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.ModelSession;
import io.undertone.udfs.model.CheckSignal;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Opens Silero VAD and nothing else: a model with other inputs or outputs, or with other answers, is refused. */
final class SileroModel {
    static final String CARD = "silero-vad";

    private static final Map<String, String> INPUTS = Map.of(
            "input", tensor(OnnxJavaType.FLOAT, -1, -1),
            "state", tensor(OnnxJavaType.FLOAT, 2, -1, SileroVad.UNITS),
            "sr", tensor(OnnxJavaType.INT64));
    private static final Map<String, String> OUTPUTS = Map.of(
            "output", tensor(OnnxJavaType.FLOAT, -1, 1),
            "stateN", tensor(OnnxJavaType.FLOAT, -1, -1, -1));

    private SileroModel() {}

    /** Always on the CPU: a batch is done there before its samples would have reached a GPU. */
    static SileroVad open(ModelStore store, int maxBatch) {
        ModelCard card = store.cards().find(CARD);
        Lease<ModelSession> session = ModelSession.lease(card, store, Execution.ON_CPU);
        try {
            requireSignature(session.get().session());
            var vad = new SileroVad(session, maxBatch);
            card.selfCheck().require(card.id(), checked(vad, card.selfCheck().samples()));
            return vad;
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e instanceof RuntimeException wrong ? wrong : new IllegalStateException("Silero VAD did not open", e);
        }
    }

    private static void requireSignature(OrtSession session) throws OrtException {
        Map<String, String> inputs = shapes(session.getInputInfo());
        Map<String, String> outputs = shapes(session.getOutputInfo());
        if (!inputs.equals(INPUTS) || !outputs.equals(OUTPUTS)) {
            throw new IllegalArgumentException("not Silero VAD: expected inputs %s and outputs %s, got %s and %s"
                    .formatted(new TreeMap<>(INPUTS), new TreeMap<>(OUTPUTS), inputs, outputs));
        }
    }

    private static float[] checked(SileroVad vad, int samples) {
        float[] signal = CheckSignal.samples(samples, 1_000 * VadFrame.SAMPLES_PER_MILLI);
        short[] frame = new short[VadFrame.SAMPLES];
        float[] probabilities = new float[samples / VadFrame.SAMPLES];
        var memory = new VadMemory();
        for (int f = 0; f < probabilities.length; f++) {
            for (int i = 0; i < frame.length; i++) {
                frame[i] = (short) Math.rint(signal[f * frame.length + i] * 32_767);
            }
            vad.load(0, memory, frame, 0);
            vad.run(1);
            vad.store(0, memory);
            probabilities[f] = vad.probability(0);
        }
        return probabilities;
    }

    private static Map<String, String> shapes(Map<String, NodeInfo> nodes) {
        Map<String, String> shapes = new TreeMap<>();
        nodes.forEach((name, node) -> shapes.put(name, shape(node)));
        return shapes;
    }

    private static String shape(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? tensor(info.type, info.getShape())
                : node.getInfo().toString();
    }

    private static String tensor(OnnxJavaType type, long... shape) {
        return type + Arrays.toString(shape);
    }
}
