package io.undertone.bench.micro;

import io.undertone.udfs.loudness.SpectrumMeter;
import io.undertone.udfs.loudness.SpectrumState;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The spectrum of a second of one leg, in frames of 100 ms. */
@State(Scope.Thread)
public class LegSpectrum {
    private static final int RATE_HZ = 8_000;
    private static final int FRAME_SAMPLES = 800;

    private final SpectrumMeter meter = new SpectrumMeter(RATE_HZ);
    private final SpectrumState state = new SpectrumState();
    private short[] samples = {};
    private int next;

    @Setup
    public void read() throws IOException {
        samples = BenchInputs.leg();
    }

    @Benchmark
    public SpectrumState second() {
        if (next + RATE_HZ > samples.length) {
            next = 0;
        }
        int end = next + RATE_HZ;
        for (; next < end; next += FRAME_SAMPLES) {
            meter.advance(state, samples, next, next + FRAME_SAMPLES);
        }
        return state;
    }
}
