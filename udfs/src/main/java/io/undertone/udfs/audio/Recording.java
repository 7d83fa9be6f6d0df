package io.undertone.udfs.audio;

import java.util.List;
import java.util.stream.Stream;

/**
 * A recording in memory, decoded to 16-bit samples.
 *
 * @param sampleRateHz rate of {@code channels}
 * @param bitDepth bits per sample as the file had them
 * @param encoding as the file had it: PCM, PCMU (μ-law), PCMA (A-law), FLAC or MP3
 * @param channels one array per channel, all of one length
 * @param notes what a listener should know: repairs and conversions, in words
 */
@SuppressWarnings("ArrayRecordComponent") // An hour of samples in a List would be boxed; nothing compares recordings.
public record Recording(int sampleRateHz, int bitDepth, String encoding, short[][] channels, List<String> notes) {
    /** The rate at which Undertone hears. */
    public static final int TELEPHONE_HZ = 8000;

    private static final float FULL_SCALE = 32_768;

    public Recording {
        for (short[] channel : channels) {
            if (channel.length != channels[0].length) {
                throw new IllegalArgumentException("need channels of one length, got %d and %d samples"
                        .formatted(channels[0].length, channel.length));
            }
        }
        notes = List.copyOf(notes);
    }

    /** Samples in each channel. */
    public int samples() {
        return channels[0].length;
    }

    /** All channels mixed to one, within −1…1: what models take. */
    public float[] mono() {
        float[] mixed = new float[samples()];
        for (int i = 0; i < mixed.length; i++) {
            int sum = 0;
            for (short[] channel : channels) {
                sum += channel[i];
            }
            mixed[i] = sum / (FULL_SCALE * channels.length);
        }
        return mixed;
    }

    /** This recording at 8 kHz: itself where it is so already, otherwise resampled, with a note that says so. */
    public Recording atEightKilohertz() {
        if (sampleRateHz == TELEPHONE_HZ) {
            return this;
        }
        var resampler = new Resampler(sampleRateHz, TELEPHONE_HZ);
        short[][] resampled = Stream.of(channels).map(resampler::resample).toArray(short[][]::new);
        String note = "resampled from %d Hz to %d Hz".formatted(sampleRateHz, TELEPHONE_HZ);
        return new Recording(
                TELEPHONE_HZ,
                bitDepth,
                encoding,
                resampled,
                Stream.concat(notes.stream(), Stream.of(note)).toList());
    }
}
