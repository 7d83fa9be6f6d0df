package io.undertone.udfs.loudness;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a leg's spectrum was like: means over the frames of {@link SpectrumMeter}. A POJO: it is checkpointed. */
public class SpectralMeans {
    /** Where the power of a frame has its centre; null if all was digital silence, which has none. */
    public @Nullable Double centroidHz;

    /** Mean square of the signal between these frequencies, full scale = 1; null from half the rate on. */
    public @Nullable Double energy20To250;

    public @Nullable Double energy250To2000;
    public @Nullable Double energy2000To6000;
    public @Nullable Double energy6000To20000;

    /** Mel-frequency cepstral coefficients, the one of the level first: 13. */
    public List<Double> mfcc = new ArrayList<>();

    public SpectralMeans() {}

    /** Null before the first whole frame. */
    public static @Nullable SpectralMeans of(SpectrumState state) {
        if (state.frames == 0) {
            return null;
        }
        var means = new SpectralMeans();
        means.centroidHz = state.sounding == 0 ? null : state.centroidsHz / state.sounding;
        means.energy20To250 = energy(state, 0);
        means.energy250To2000 = energy(state, 1);
        means.energy2000To6000 = energy(state, 2);
        means.energy6000To20000 = energy(state, 3);
        for (double sum : state.coefficients) {
            means.mfcc.add(sum / state.frames);
        }
        return means;
    }

    private static @Nullable Double energy(SpectrumState state, int band) {
        return SpectrumMeter.reaches(band, state.sampleRateHz) ? state.bandPower[band] / state.frames : null;
    }
}
