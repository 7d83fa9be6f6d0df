package io.undertone.bench.micro;

import io.undertone.job.runtime.Opened;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
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

/** Windows of 3 s of speech through a model on one core of the CPU, its front end included. */
@State(Scope.Thread)
public class ModelWindows {
    static final int SECONDS = 3;

    private static final float SCALE = 1f / 32_768;

    @Param({"undertone-emotion", "undertone-speaker"})
    public String model = "";

    @Param({"1", "8"})
    public int rows;

    private final List<Window> windows = new ArrayList<>();
    private @Nullable StatelessModel opened;

    @Setup
    public void open() throws IOException {
        var store = BenchInputs.models();
        opened = StatelessModel.open(store.cards().find(model), store, Execution.ON_CPU);
        short[] samples = BenchInputs.leg();
        for (int row = 0; row < rows; row++) {
            windows.add(window(samples, row));
        }
    }

    @Benchmark
    public List<Answer> batch() {
        List<Answer> answers = Opened.of(opened).ask(windows);
        for (Answer answer : answers) {
            if (answer instanceof Answer.Failed failed) {
                throw new IllegalStateException("%s failed: %s".formatted(model, failed.detail()));
            }
        }
        return answers;
    }

    @TearDown
    public void close() {
        Opened.of(opened).close();
    }

    private static Window window(short[] samples, int row) {
        float[] scaled = new float[SECONDS * StatelessModel.SAMPLE_RATE_HZ];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = samples[row * scaled.length + i] * SCALE;
        }
        return Window.of(scaled);
    }
}
