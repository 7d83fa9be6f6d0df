package io.undertone.udfs.call;

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
    private final Playback playback;
    private final CallListener out;

    LegPlayer(CallState call, LegState leg, Playback playback, CallListener out) {
        this.call = call;
        this.leg = leg;
        this.playback = playback;
        this.out = out;
    }

    @Override
    public void anchor(StreamState stream, MediaFrame first) {
        playback.decoder().begin(leg, first.sampleRateHz);
        long anchor = Math.floorDiv((stream.anchorMicros - call.startMicros) * 8, 1_000L);
        long place = anchor + timeline(stream, first.offsetSamples);
        stream.anchorPosition = anchor + Math.max(0, leg.end - place);
        emitGap(stream.anchorPosition + timeline(stream, stream.nextOffset), GapKind.SILENCE);
    }

    @Override
    public void play(StreamState stream, MediaFrame frame) {
        long capture = frame.captureMicros;
        if (call.securePauses.meets(capture, frame.endMicros(), playback.paddingMicros())) {
            call.counts.withheld++;
            gap(stream, frame.durationSamples, GapKind.REDACTED);
            return;
        }
        call.counts.played++;
        leg.heardAt(call.micros(leg.end), capture);
        short[] samples = playback.decoder().decode(leg, frame);
        out.media(call, LegChunk.audio(leg.legId, leg.end, samples));
        leg.end += samples.length;
    }

    @Override
    public void pause(StreamState stream, MediaFrame frame) {
        boolean held = call.holds.meets(frame.captureMicros, frame.endMicros(), 0)
                && !call.securePauses.meets(frame.captureMicros, frame.endMicros(), playback.paddingMicros());
        gap(stream, frame.durationSamples, held ? GapKind.HELD : GapKind.REDACTED);
    }

    @Override
    public void gap(StreamState stream, long samples, GapKind kind) {
        emitGap(stream.anchorPosition + timeline(stream, stream.nextOffset + samples), kind);
    }

    /**
     * Takes back what was captured from then on, or up to the padding before. Clocks drift, so where that lies is known only within
     * what capture times and timeline ever differed by: the earliest place counts.
     */
    void recall(long captureMicros) {
        if (leg.mostAheadMicros == LegState.UNHEARD) {
            return;
        }
        long from = call.position(captureMicros - playback.paddingMicros() - leg.mostAheadMicros);
        if (from < leg.end) {
            playback.decoder().interrupt(leg);
            call.redactions.add(from, leg.end);
            out.recalled(call, new Recall(leg.legId, from));
        }
    }

    private void emitGap(long end, GapKind kind) {
        if (end <= leg.end) {
            return;
        }
        playback.decoder().interrupt(leg);
        if (kind == GapKind.REDACTED) {
            call.redactions.add(leg.end, end);
        }
        out.media(call, LegChunk.gap(leg.legId, leg.end, end - leg.end, kind));
        leg.end = end;
    }

    private static long timeline(StreamState stream, long offset) {
        return offset * 8_000 / stream.sampleRateHz;
    }
}
