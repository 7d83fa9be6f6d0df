package io.undertone.udfs.inference;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.undertone.udfs.frontend.FrontEnd;
import io.undertone.udfs.frontend.FrontEndSettings;
import io.undertone.udfs.frontend.KaldiWindow;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelInput;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Stacks windows of one length into a tensor, runs the network and takes its output apart.
 *
 * <p>A front end may cut a window into slices, each of which is a row of its own; then the answer is the mean over the slices.
 */
final class WindowRun {
    private final ModelCard card;
    private final ModelSession session;
    private final FrontEnd frontEnd;
    /** Dimensions of the network's input, the batch's among them. */
    private final int rank;
    /** A network exported for one row takes no more. */
    private final boolean oneRow;

    private FloatBuffer input = direct(0);
    private float[] features = new float[0];

    private WindowRun(ModelCard card, ModelSession session, FrontEnd frontEnd, long[] inputShape) {
        this.card = card;
        this.session = session;
        this.frontEnd = frontEnd;
        this.rank = inputShape.length;
        this.oneRow = inputShape[0] == 1;
    }

    /**
     * A run of the network as its card describes it.
     *
     * @throws IllegalArgumentException if the network has other inputs or outputs
     */
    static WindowRun of(ModelCard card, ModelSession session) {
        ModelInput input = card.input();
        long[] out = session.outputShape(card.id(), card.output().name());
        long last = out.length == 0 ? 0 : out[out.length - 1];
        if (out.length != 2 || (last != -1 && last != card.output().dimensions())) {
            throw new IllegalArgumentException("model %s answers %s in '%s', its card says [batch, %d]"
                    .formatted(
                            card.id(),
                            Arrays.toString(out),
                            card.output().name(),
                            card.output().dimensions()));
        }
        FrontEnd frontEnd = FrontEnd.of(input.frontEnd(), settings(input));
        return new WindowRun(card, session, frontEnd, fitting(card, session, frontEnd));
    }

    private static FrontEndSettings settings(ModelInput input) {
        int longest = (int) Math.ceil(input.maxSeconds() * StatelessModel.SAMPLE_RATE_HZ);
        var settings = FrontEndSettings.of(StatelessModel.SAMPLE_RATE_HZ, input.sampleRate(), longest);
        Double level = input.levelDbfs();
        settings = level == null ? settings : settings.levelled(level);
        KaldiWindow window = input.window();
        settings = window == null ? settings : settings.with(window);
        return input.padded() ? settings.toThirtySeconds() : settings;
    }

    private static long[] fitting(ModelCard card, ModelSession session, FrontEnd frontEnd) {
        long[] wanted = session.inputShape(card.id(), card.input().name());
        int[] given = frontEnd.shape((int) (card.input().maxSeconds() * StatelessModel.SAMPLE_RATE_HZ));
        int behind = frontEnd.slices() ? 1 : 0;
        boolean fits = given.length == wanted.length - 1 + behind;
        for (int i = 1; fits && i < wanted.length; i++) {
            fits = wanted[i] == -1 || wanted[i] == given[i - 1 + behind];
        }
        if (!fits) {
            throw new IllegalArgumentException("model %s takes %s in '%s', its front end %s gives rows of %s"
                    .formatted(
                            card.id(),
                            Arrays.toString(wanted),
                            card.input().name(),
                            card.input().frontEnd(),
                            Arrays.toString(given)));
        }
        return wanted;
    }

    List<Answer> answers(List<Window> windows) throws OrtException {
        if (oneRow && windows.size() > 1) {
            List<Answer> answers = new ArrayList<>();
            for (Window window : windows) {
                answers.addAll(answers(List.of(window)));
            }
            return answers;
        }
        int count = windows.get(0).count();
        load(windows, frontEnd.length(count));
        long[] shape = shape(windows.size(), frontEnd.shape(count));
        try (OnnxTensor tensor = OnnxTensor.createTensor(session.environment(), input, shape);
                OrtSession.Result result =
                        session.session().run(Map.of(card.input().name(), tensor))) {
            OnnxTensor output = (OnnxTensor) result.get(card.output().name()).orElseThrow();
            return split(output.getFloatBuffer(), windows.size(), (int) (shape[0] / windows.size()));
        }
    }

    private void load(List<Window> windows, int length) {
        if (features.length < length) {
            features = new float[length];
        }
        int needed = Math.multiplyExact(length, windows.size());
        if (input.capacity() < needed) {
            input = direct(needed);
        }
        input.clear();
        for (Window window : windows) {
            frontEnd.features(window.samples(), window.from(), window.count(), features, 0);
            input.put(features, 0, length);
        }
        input.flip();
    }

    private long[] shape(int windows, int[] row) {
        boolean sliced = frontEnd.slices();
        long[] shape = new long[rank];
        shape[0] = sliced ? (long) windows * row[0] : windows;
        for (int i = 1; i < rank; i++) {
            shape[i] = row[sliced ? i : i - 1];
        }
        return shape;
    }

    private List<Answer> split(FloatBuffer output, int windows, int slices) {
        int dimensions = card.output().dimensions();
        List<Answer> answers = new ArrayList<>(windows);
        for (int w = 0; w < windows; w++) {
            float[] mean = new float[dimensions];
            for (int s = 0; s < slices; s++) {
                for (int d = 0; d < dimensions; d++) {
                    mean[d] += output.get((w * slices + s) * dimensions + d) / slices;
                }
            }
            answers.add(Scores.answer(mean, card.task(), card.output().activation()));
        }
        return answers;
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
