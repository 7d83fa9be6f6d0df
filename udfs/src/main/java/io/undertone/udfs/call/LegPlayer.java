package io.undertone.udfs.call;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.HalfBandDecimator;
import io.undertone.udfs.audio.HalfBandState;
import java.util.Arrays;

/**
 * Puts a stream's media on the call's timeline as 8 kHz samples, withholding what was captured under a secure pause.
 *
 * <p>A stream is placed once, by the capture time of its first record, and from there by its own offsets: clocks drift, sample
 * counts do not. Its first record never begins before the end of what the leg already played; what is missing before that record is
 * concealed as far as there is room.
 */
final class LegPlayer implements StreamSequencer.Playing {
    private final CallState call;
    private final LegState leg;
    private final long paddingMicros;
    private final CallListener out;

    LegPlayer(CallState call, LegState leg, long paddingMicros, CallListener out) {
        this.call = call;
        this.leg = leg;
        this.paddingMicros = paddingMicros;
        this.out = out;
    }

    @Override
    public void anchor(StreamState stream, MediaFrame first) {
        leg.sampleRateHz = first.sampleRateHz;
        leg.halfBand = first.sampleRateHz == 16_000 ? new HalfBandState() : null;
        long anchor = Math.floorDiv((stream.anchorMicros - call.startMicros) * 8, 1_000L);
        long place = anchor + timeline(stream, first.offsetSamples);
        stream.anchorPosition = anchor + Math.max(0, leg.end - place);
        emitGap(stream.anchorPosition + timeline(stream, stream.nextOffset), GapKind.SILENCE);
    }

    @Override
    public void play(StreamState stream, MediaFrame frame) {
        long capture = frame.captureMicros;
        if (call.securePauses.meets(capture, frame.endMicros(), paddingMicros)) {
            call.counts.withheld++;
            gap(stream, frame.durationSamples, GapKind.REDACTED);
            return;
        }
        call.counts.played++;
        short[] samples = decode(frame);
        out.media(call, LegChunk.audio(leg.legId, leg.end, samples));
        leg.end += samples.length;
    }

    @Override
    public void pause(StreamState stream, MediaFrame frame) {
        boolean held = call.holds.meets(frame.captureMicros, frame.endMicros(), 0)
                && !call.securePauses.meets(frame.captureMicros, frame.endMicros(), paddingMicros);
        gap(stream, frame.durationSamples, held ? GapKind.HELD : GapKind.REDACTED);
    }

    @Override
    public void gap(StreamState stream, long samples, GapKind kind) {
        emitGap(stream.anchorPosition + timeline(stream, stream.nextOffset + samples), kind);
    }

    private void emitGap(long end, GapKind kind) {
        if (end <= leg.end) {
            return;
        }
        if (leg.halfBand != null) {
            leg.halfBand = new HalfBandState();
        }
        if (kind == GapKind.REDACTED) {
            call.redactions.add(leg.end, end);
        }
        out.media(call, LegChunk.gap(leg.legId, leg.end, end - leg.end, kind));
        leg.end = end;
    }

    private short[] decode(MediaFrame frame) {
        Encoding encoding = frame.encoding;
        byte[] payload = frame.payload;
        if (encoding == null || payload == null) {
            throw new IllegalStateException("a frame without payload passed the check: stream %s, sequence %d"
                    .formatted(frame.streamId, frame.sequence));
        }
        leg.bitDepth = encoding.bytesPerSample() * 8;
        short[] samples = new short[frame.durationSamples];
        encoding.decode(payload, 0, samples.length, samples, 0);
        return leg.halfBand == null ? samples : halved(leg.halfBand, samples);
    }

    private static short[] halved(HalfBandState state, short[] samples) {
        short[] out = new short[samples.length / 2 + 1];
        int written = HalfBandDecimator.decimate(state, samples, 0, samples.length, out, 0);
        return Arrays.copyOf(out, written);
    }

    private static long timeline(StreamState stream, long offset) {
        return offset * 8_000 / stream.sampleRateHz;
    }
}
