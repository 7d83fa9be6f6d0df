package io.undertone.udfs.frontend;

import java.util.Arrays;

/**
 * Whisper's log-mel spectrogram of speech at 16 kHz, [80, frames], as {@code log_mel_spectrogram} of openai-whisper
 * 20250625 computes it.
 *
 * <p>Padded or cut to 30 s it is Whisper's own input. Unpadded, the window is cut to whole pairs of frames, because
 * Whisper's second convolution halves their number.
 */
final class WhisperLogMel implements FrontEnd {
    static final int SAMPLE_RATE_HZ = 16_000;

    private static final int BANDS = 80;
    private static final int HOP = CentredSpectrum.HOP;
    private static final int THIRTY_SECONDS = 30 * SAMPLE_RATE_HZ;
    private static final double LEAST_POWER = 1e-10;
    /** Decades below the loudest band of the window at which everything is cut off. */
    private static final float RANGE = 8;

    private final boolean padded;
    private final CentredSpectrum spectrum = new CentredSpectrum();
    private final MelBands bands = MelBands.slaney(BANDS, SAMPLE_RATE_HZ, CentredSpectrum.FRAME);
    private final double[] power = new double[CentredSpectrum.BINS];

    WhisperLogMel(boolean padded) {
        this.padded = padded;
    }

    @Override
    public int minSamples() {
        return padded ? 1 : 2 * HOP;
    }

    @Override
    public int[] shape(int samples) {
        return new int[] {BANDS, frames(samples)};
    }

    @Override
    public int length(int samples) {
        return BANDS * frames(samples);
    }

    @Override
    public void features(float[] samples, int from, int count, float[] out, int at) {
        int frames = frames(count);
        int end = frames * HOP;
        int heard = Math.min(count, end);
        int silentFrom = Math.min(frames, (heard + CentredSpectrum.FRAME / 2) / HOP + 1);
        float loudest = (float) Math.log10(LEAST_POWER);
        for (int t = 0; t < silentFrom; t++) {
            spectrum.betweenMirrors(samples, from, heard, end, t * HOP, power);
            for (int band = 0; band < BANDS; band++) {
                float log = (float) Math.log10(Math.max(bands.energy(band, power), LEAST_POWER));
                out[at + band * frames + t] = log;
                loudest = Math.max(loudest, log);
            }
        }
        for (int band = 0; band < BANDS; band++) {
            int row = at + band * frames;
            Arrays.fill(out, row + silentFrom, row + frames, (float) Math.log10(LEAST_POWER));
        }
        compress(out, at, at + BANDS * frames, loudest - RANGE);
    }

    private static void compress(float[] out, int from, int to, float floor) {
        for (int i = from; i < to; i++) {
            out[i] = (Math.max(out[i], floor) + 4) / 4;
        }
    }

    private int frames(int samples) {
        SampleCounts.requireAtLeast(minSamples(), samples);
        return padded ? THIRTY_SECONDS / HOP : samples / (2 * HOP) * 2;
    }
}
