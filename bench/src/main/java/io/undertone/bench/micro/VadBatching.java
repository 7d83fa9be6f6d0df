package io.undertone.bench.micro;

import io.undertone.job.runtime.Opened;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.VadFrame;
import io.undertone.udfs.speech.VadMemory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Voice activity of {@code rows} legs, each at another place of one recording: load, run, read and store. */
@State(Scope.Thread)
public class VadBatching {
    @Param({"1", "8", "16", "32", "64", "128"})
    public int rows;

    private final List<VadMemory> memories = new ArrayList<>();
    private @Nullable SileroVad vad;
    private short[] samples = {};
    private int frame;

    @Setup
    public void open() throws IOException {
        samples = BenchInputs.leg();
        vad = SileroVad.open(BenchInputs.models(), rows);
        for (int row = 0; row < rows; row++) {
            memories.add(new VadMemory());
        }
    }

    @Benchmark
    public float frameOfEveryLeg() {
        SileroVad model = Opened.of(vad);
        int frames = samples.length / VadFrame.SAMPLES;
        for (int row = 0; row < rows; row++) {
            int at = (frame + row * (frames / rows)) % frames;
            model.load(row, memories.get(row), samples, at * VadFrame.SAMPLES);
        }
        model.run(rows);
        float sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += model.probability(row);
            model.store(row, memories.get(row));
        }
        frame++;
        return sum;
    }

    @TearDown
    public void close() {
        Opened.of(vad).close();
    }
}
