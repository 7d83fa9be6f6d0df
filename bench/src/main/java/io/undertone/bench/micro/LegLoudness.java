package io.undertone.bench.micro;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.loudness.LegMeter;
import io.undertone.udfs.loudness.LegMeterState;
import io.undertone.udfs.loudness.LevelReading;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A second of one leg in μ-law, decoded and measured in frames of 100 ms, half of it settled as speech. */
@State(Scope.Thread)
public class LegLoudness {
    private static final int FRAME_SAMPLES = 800;

    private final LegMeterState state = new LegMeterState();
    private final short[] decoded = new short[FRAME_SAMPLES];
    private byte[] encoded = {};

    @Setup
    public void encode() throws IOException {
        short[] samples = BenchInputs.leg();
        encoded = new byte[samples.length - samples.length % LegMeter.SAMPLE_RATE_HZ];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = G711.encodeMuLaw(samples[i]);
        }
    }

    @Benchmark
    public LevelReading second() {
        for (int frame = 0; frame < LegMeter.SAMPLE_RATE_HZ / FRAME_SAMPLES; frame++) {
            int from = (int) (state.position % encoded.length);
            for (int i = 0; i < FRAME_SAMPLES; i++) {
                decoded[i] = G711.decodeMuLaw(encoded[from + i]);
            }
            long position = state.position;
            LegMeter.advance(state, position, decoded, 0, FRAME_SAMPLES, 0);
            LegMeter.settle(state, position, state.position, frame % 2 == 0);
        }
        return LegMeter.takeSecond(state);
    }
}
