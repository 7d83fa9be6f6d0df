package io.undertone.udfs.speech;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.ModelSession;
import io.undertone.udfs.model.ModelStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;

/**
 * Silero VAD at 8 kHz for many legs at once: one row of a batch is one leg's next frame. Load rows, run, then read each
 * row's probability and store its memory; a row's result does not depend, in any bit, on the rows beside it.
 *
 * <p>Owned state: a lease of the session and the buffers of a batch. The memory of a leg belongs to the caller. Not thread-safe.
 */
public final class SileroVad implements AutoCloseable {
    static final int CONTEXT = 32;
    static final int UNITS = 128;

    private static final int ROW = CONTEXT + VadFrame.SAMPLES;
    private static final long RATE = 1_000L * VadFrame.SAMPLES_PER_MILLI;
    private static final float SCALE = 1f / 32_768;

    private final int maxBatch;
    private final OrtEnvironment environment;
    private final Lease<ModelSession> session;

    private final FloatBuffer input;
    private final FloatBuffer state;
    private final FloatBuffer output;
    private final FloatBuffer nextState;
    private final float[] row = new float[ROW];
    /** Where the cells begin in {@link #state} depends on the number of rows, which is known only when they run. */
    private final float[] cells;

    private int lastRows;

    /** Takes over the lease. */
    SileroVad(Lease<ModelSession> session, int maxBatch) {
        this.session = session;
        this.environment = session.get().environment();
        this.maxBatch = maxBatch;
        input = direct(maxBatch * ROW);
        state = direct(2 * maxBatch * UNITS);
        output = direct(maxBatch);
        nextState = direct(2 * maxBatch * UNITS);
        cells = new float[maxBatch * UNITS];
    }

    /**
     * The model of the store's card {@code silero-vad}.
     *
     * @throws IllegalArgumentException naming file and hash if it is missing or damaged, or what else it is
     */
    public static SileroVad open(ModelStore store, int maxBatch) {
        if (maxBatch < 1) {
            throw new IllegalArgumentException("need a batch of at least 1, got " + maxBatch);
        }
        return SileroModel.open(store, maxBatch);
    }

    /** Puts the frame of 256 samples at {@code from}, and what the leg remembers, into a row of the next batch. */
    public void load(int index, VadMemory memory, short[] samples, int from) {
        Objects.checkIndex(index, maxBatch);
        Objects.checkFromIndexSize(from, VadFrame.SAMPLES, samples.length);
        System.arraycopy(memory.context, 0, row, 0, CONTEXT);
        for (int i = 0; i < VadFrame.SAMPLES; i++) {
            row[CONTEXT + i] = samples[from + i] * SCALE;
        }
        input.put(index * ROW, row);
        state.put(index * UNITS, memory.recurrent, 0, UNITS);
        System.arraycopy(memory.recurrent, UNITS, cells, index * UNITS, UNITS);
    }

    /** Runs the first {@code rows} rows, each of which must have been loaded since the last run. */
    public void run(int rows) {
        if (rows < 1 || rows > maxBatch) {
            throw new IllegalArgumentException("need 1 to %d rows, got %d".formatted(maxBatch, rows));
        }
        state.put(rows * UNITS, cells, 0, rows * UNITS);
        try (OnnxTensor x = tensor(input, rows, ROW);
                OnnxTensor h = tensor(state, 2, rows, UNITS);
                OnnxTensor rate = OnnxTensor.createTensor(environment, RATE);
                OnnxTensor y = tensor(output, rows, 1);
                OnnxTensor next = tensor(nextState, 2, rows, UNITS)) {
            session.get()
                    .session()
                    .run(Map.of("input", x, "state", h, "sr", rate), Map.of("output", y, "stateN", next))
                    .close();
        } catch (OrtException e) {
            throw new IllegalStateException("speech model refused a batch of %d frames".formatted(rows), e);
        }
        lastRows = rows;
    }

    /** How likely the row's frame is speech, 0 to 1. */
    public float probability(int index) {
        float probability = output.get(Objects.checkIndex(index, lastRows));
        if (!Float.isFinite(probability)) {
            throw new IllegalStateException(
                    "speech model answered %s in row %d of %d".formatted(probability, index, lastRows));
        }
        // Rounded where it leaves the model, so that a replay on another processor decides the same.
        return Math.round(probability * 1_000) / 1_000f;
    }

    /** Writes back what the leg of a row that ran remembers from now on. */
    public void store(int index, VadMemory memory) {
        Objects.checkIndex(index, lastRows);
        nextState.get(index * UNITS, memory.recurrent, 0, UNITS);
        nextState.get((lastRows + index) * UNITS, memory.recurrent, UNITS, UNITS);
        input.get(index * ROW + ROW - CONTEXT, memory.context);
    }

    @Override
    public void close() {
        session.close();
    }

    private OnnxTensor tensor(FloatBuffer buffer, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, buffer.slice(0, Math.toIntExact(elements(shape))), shape);
    }

    private static long elements(long[] shape) {
        long elements = 1;
        for (long size : shape) {
            elements *= size;
        }
        return elements;
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
