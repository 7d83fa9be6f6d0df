package io.undertone.job.meaning.lexical;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.Shared;
import io.undertone.udfs.meaning.lexical.Embedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Sentence embeddings of all-MiniLM-L6-v2 in eight bits, Apache-2.0, as langchain4j packs it into a jar; one network in a JVM,
 * however many use it. The mean of the last layer over a sentence's pieces, of length one.
 */
public final class MiniLm implements Embedder, AutoCloseable {
    private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";
    private static final Shared<String, Network> OPEN = new Shared<>();

    private record Network(OrtSession session, WordPieces pieces) implements AutoCloseable {
        @Override
        public void close() throws OrtException {
            session.close();
        }
    }

    private final Lease<Network> network;

    private MiniLm(Lease<Network> network) {
        this.network = network;
    }

    /**
     * To be closed after use.
     *
     * @throws IllegalArgumentException if it is missing on the class path
     */
    public static MiniLm open() {
        return new MiniLm(OPEN.lease(NETWORK, MiniLm::load));
    }

    private static Network load() {
        try (var options = new OrtSession.SessionOptions()) {
            // A task slot is one core.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            var pieces = new WordPieces(resource(TOKENIZER));
            return new Network(OrtEnvironment.getEnvironment().createSession(resource(NETWORK), options), pieces);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model in this jar can't be opened", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the sentence model can't be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = MiniLm.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IOException(
                        "no %s on the class path: it comes with langchain4j's jar of the model".formatted(name));
            }
            return content.readAllBytes();
        }
    }

    @Override
    public float[] embed(String sentence) {
        Network open = network.get();
        long[] pieces = open.pieces.of(sentence);
        long[] ones = new long[pieces.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(pieces);
                OnnxTensor mask = tensor(ones);
                OnnxTensor types = tensor(new long[pieces.length]);
                OrtSession.Result result =
                        open.session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.length);
        } catch (OrtException e) {
            throw new IllegalStateException("the sentence model refused %d pieces".formatted(pieces.length), e);
        }
    }

    private static OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** Over the pieces, of length one. */
    private static float[] mean(FloatBuffer layer, int pieces) {
        int dimensions = layer.remaining() / pieces;
        float[] mean = new float[dimensions];
        double squares = 0;
        for (int at = 0; at < dimensions; at++) {
            double sum = 0;
            for (int piece = 0; piece < pieces; piece++) {
                sum += layer.get(piece * dimensions + at);
            }
            mean[at] = (float) (sum / pieces);
            squares += (double) mean[at] * mean[at];
        }
        float norm = (float) Math.sqrt(squares);
        for (int at = 0; at < dimensions; at++) {
            mean[at] /= norm;
        }
        return mean;
    }

    @Override
    public void close() {
        network.close();
    }
}
