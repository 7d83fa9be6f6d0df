package io.undertone.udfs.speech;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Opens a session on Silero VAD and on nothing else: a model with other inputs or outputs is refused by name and shape. */
final class SileroModel {
    private static final Map<String, String> INPUTS = Map.of(
            "input", tensor(OnnxJavaType.FLOAT, -1, -1),
            "state", tensor(OnnxJavaType.FLOAT, 2, -1, SileroVad.UNITS),
            "sr", tensor(OnnxJavaType.INT64));
    private static final Map<String, String> OUTPUTS = Map.of(
            "output", tensor(OnnxJavaType.FLOAT, -1, 1),
            "stateN", tensor(OnnxJavaType.FLOAT, -1, -1, -1));

    private SileroModel() {}

    static OrtSession open(OrtEnvironment environment, byte[] onnx) {
        try (SessionOptions options = oneThread()) {
            return checked(environment.createSession(onnx, options));
        } catch (OrtException e) {
            throw new IllegalArgumentException(
                    "%d bytes are no model that ONNX Runtime can open".formatted(onnx.length), e);
        }
    }

    /** A task slot is one core: the model's threads would only compete with those of other slots. */
    private static SessionOptions oneThread() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
        return options;
    }

    private static OrtSession checked(OrtSession session) throws OrtException {
        Map<String, String> inputs = shapes(session.getInputInfo());
        Map<String, String> outputs = shapes(session.getOutputInfo());
        if (!inputs.equals(INPUTS) || !outputs.equals(OUTPUTS)) {
            session.close();
            throw new IllegalArgumentException("not Silero VAD: expected inputs %s and outputs %s, got %s and %s"
                    .formatted(new TreeMap<>(INPUTS), new TreeMap<>(OUTPUTS), inputs, outputs));
        }
        return session;
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
