package io.undertone.udfs.call;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.HalfBandDecimator;
import io.undertone.udfs.audio.HalfBandState;
import io.undertone.udfs.loudness.SpectrumMeter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns payloads into samples of 8 kHz. Their spectrum is measured on the way: behind this, nobody has the samples at the
 * rate at which they were received.
 */
final class LegDecoder {
    private static final int WIDE_BAND_HZ = 16_000;

    /** By rate. They hold no call's data between two payloads. */
    private final Map<Integer, SpectrumMeter> meters = new HashMap<>();

    /** A stream of this rate begins on the leg. */
    void begin(LegState leg, int sampleRateHz) {
        leg.sampleRateHz = sampleRateHz;
        leg.halfBand = sampleRateHz == WIDE_BAND_HZ ? new HalfBandState() : null;
        SpectrumMeter.interrupt(leg.spectrum);
    }

    /** The leg has a gap: nothing of what was before it shapes what comes behind it. */
    void interrupt(LegState leg) {
        if (leg.halfBand != null) {
            leg.halfBand = new HalfBandState();
        }
        SpectrumMeter.interrupt(leg.spectrum);
    }

    short[] decode(LegState leg, MediaFrame frame) {
        Encoding encoding = frame.encoding;
        byte[] payload = frame.payload;
        if (encoding == null || payload == null) {
            throw new IllegalStateException("a frame without payload passed the check: stream %s, sequence %d"
                    .formatted(frame.streamId, frame.sequence));
        }
        leg.bitDepth = encoding.bytesPerSample() * 8;
        short[] samples = new short[frame.durationSamples];
        encoding.decode(payload, 0, samples.length, samples, 0);
        meters.computeIfAbsent(leg.sampleRateHz, SpectrumMeter::new).advance(leg.spectrum, samples, 0, samples.length);
        return leg.halfBand == null ? samples : halved(leg.halfBand, samples);
    }

    private static short[] halved(HalfBandState state, short[] samples) {
        short[] out = new short[samples.length / 2 + 1];
        int written = HalfBandDecimator.decimate(state, samples, 0, samples.length, out, 0);
        return Arrays.copyOf(out, written);
    }
}
