package io.undertone.udfs.call;

import io.undertone.udfs.call.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of one stream in order: the first of equal sequences wins, a missing one is waited for while at most
 * {@code reorderMillis} of later media are held, then its place is concealed; one that comes later still is late.
 *
 * <p>Waiting is measured in media, never on a clock, so that a replay at any speed decides the same.
 */
final class StreamSequencer {
    /** Records without duration (END_OF_STREAM) must not pile up either. */
    private static final int MOST_HELD = 64;
    /** Four hours of 20 ms records: a leap beyond the longest call is an error of the gateway, not loss. */
    static final long LONGEST_LEAP = 720_000;

    private static final long LONGEST_STREAM_SECONDS = 86_400;

    private static final long CLOCK_TOLERANCE_MICROS = 60_000_000;

    /** Takes what a stream hands on, in order. */
    interface Playing {
        /** The stream's place on the call's timeline follows from its first record in order. */
        void anchor(StreamState stream, MediaFrame first);

        void play(StreamState stream, MediaFrame frame);

        void gap(StreamState stream, long samples, GapKind kind);
    }

    private final int reorderMillis;

    StreamSequencer(int reorderMillis) {
        this.reorderMillis = reorderMillis;
    }

    /** Takes in one record; {@code counts} learns its fate unless it is held. Returns why it was not used, or null. */
    @Nullable
    Refusal accept(StreamState stream, MediaFrame frame, FrameCounts counts, Playing out) {
        boolean media = frame.kind == FrameKind.MEDIA;
        counts.received += media ? 1 : 0;
        if (frame.sequence < stream.next) {
            return passed(stream, frame, counts);
        }
        if (isHeld(stream, frame.sequence)) {
            counts.duplicate += media ? 1 : 0;
            return null;
        }
        if (frame.sequence - stream.next > LONGEST_LEAP) {
            counts.refused += media ? 1 : 0;
            return new Refusal(
                    Reason.IMPLAUSIBLE_SEQUENCE,
                    "sequence is %d after %d; a stream leaps at most %d"
                            .formatted(frame.sequence, stream.next - 1, LONGEST_LEAP));
        }
        Refusal refusal = problem(stream, frame);
        if (refusal != null) {
            counts.refused += media ? 1 : 0;
            frame.kind = FrameKind.REFUSED;
            frame.payload = null;
            frame.durationSamples = 0;
        }
        hold(stream, frame);
        drain(stream, counts, out, reorderMillis);
        return refusal;
    }

    /** Nothing more is waited for: what is held is handed on, what is missing up to {@code last} is concealed. */
    void finish(StreamState stream, long last, FrameCounts counts, Playing out) {
        drain(stream, counts, out, -1);
        long missing = last - stream.next + 1;
        if (missing > 0 && missing <= LONGEST_LEAP) {
            conceal(stream, missing, missing * stream.usualDuration, counts, out);
        }
    }

    private static @Nullable Refusal passed(StreamState stream, MediaFrame frame, FrameCounts counts) {
        if (frame.kind != FrameKind.MEDIA) {
            return null;
        }
        if (SeenSequences.contains(stream, frame.sequence)) {
            counts.duplicate++;
            return null;
        }
        counts.late++;
        return new Refusal(
                Reason.LATE, "sequence %d came after its place had been concealed".formatted(frame.sequence));
    }

    private static @Nullable Refusal problem(StreamState stream, MediaFrame frame) {
        Refusal alone = FrameCheck.problem(frame);
        if (alone != null || frame.kind == FrameKind.END_OF_STREAM) {
            return alone;
        }
        if (frame.offsetSamples < 0 || frame.offsetSamples > LONGEST_STREAM_SECONDS * frame.sampleRateHz) {
            return new Refusal(
                    Reason.IMPLAUSIBLE_OFFSET,
                    "media_offset_samples is %d; a stream lasts 0 to %d s"
                            .formatted(frame.offsetSamples, LONGEST_STREAM_SECONDS));
        }
        return stream.anchored ? misplacement(stream, frame) : null;
    }

    private static @Nullable Refusal misplacement(StreamState stream, MediaFrame frame) {
        if (frame.sampleRateHz != stream.sampleRateHz) {
            return new Refusal(
                    Reason.UNSUPPORTED_RATE,
                    "sample_rate_hz is %d in a stream of %d; a change of rate starts a new stream_id"
                            .formatted(frame.sampleRateHz, stream.sampleRateHz));
        }
        if (isMisplaced(stream, frame)) {
            return new Refusal(
                    Reason.IMPLAUSIBLE_CAPTURE_TIME,
                    "capture_time is %.1f s away from where media_offset_samples puts it; at most 60 s of drift are taken"
                            .formatted(drift(stream, frame) / 1e6));
        }
        return null;
    }

    /** Whether capture time and offset of {@code frame} contradict each other. */
    static boolean isMisplaced(StreamState stream, MediaFrame frame) {
        boolean placed = stream.anchored && frame.kind != FrameKind.END_OF_STREAM;
        return placed && Math.abs(drift(stream, frame)) > CLOCK_TOLERANCE_MICROS;
    }

    private static long drift(StreamState stream, MediaFrame frame) {
        return frame.captureMicros - stream.anchorMicros - frame.offsetSamples * 1_000_000L / stream.sampleRateHz;
    }

    private static boolean isHeld(StreamState stream, long sequence) {
        for (MediaFrame held : stream.held) {
            if (held.sequence == sequence) {
                return true;
            }
        }
        return false;
    }

    private static void hold(StreamState stream, MediaFrame frame) {
        int at = stream.held.size();
        while (at > 0 && stream.held.get(at - 1).sequence > frame.sequence) {
            at--;
        }
        stream.held.add(at, frame);
    }

    private void drain(StreamState stream, FrameCounts counts, Playing out, int patienceMillis) {
        while (!stream.held.isEmpty()) {
            MediaFrame first = stream.held.get(0);
            if (first.sequence > stream.next) {
                if (heldMillis(stream) <= patienceMillis && stream.held.size() <= MOST_HELD) {
                    return;
                }
            }
            anchor(stream, first, out);
            long missing = first.sequence - stream.next;
            if (missing > 0) {
                conceal(stream, missing, Math.max(0, first.offsetSamples - stream.nextOffset), counts, out);
            }
            stream.held.remove(0);
            handOn(stream, first, counts, out);
            SeenSequences.pass(stream, true);
        }
    }

    private static void anchor(StreamState stream, MediaFrame first, Playing out) {
        boolean placeless = first.kind == FrameKind.END_OF_STREAM || first.kind == FrameKind.REFUSED;
        if (stream.anchored || placeless) {
            return;
        }
        stream.anchored = true;
        stream.sampleRateHz = first.sampleRateHz;
        stream.anchorMicros = first.captureMicros - first.offsetSamples * 1_000_000L / first.sampleRateHz;
        boolean beginningMissing = stream.next == 0 && first.sequence > 0;
        stream.nextOffset = beginningMissing ? 0 : first.offsetSamples;
        out.anchor(stream, first);
    }

    private static long heldMillis(StreamState stream) {
        long micros = 0;
        for (MediaFrame held : stream.held) {
            micros += held.durationMicros();
        }
        return micros / 1_000;
    }

    private static void conceal(StreamState stream, long count, long samples, FrameCounts counts, Playing out) {
        counts.lost += count;
        counts.played += count;
        SeenSequences.passMissing(stream, count);
        gap(stream, samples, GapKind.CONCEALED, out);
    }

    private static void handOn(StreamState stream, MediaFrame frame, FrameCounts counts, Playing out) {
        stream.ended |= frame.kind == FrameKind.END_OF_STREAM;
        if (frame.kind == FrameKind.END_OF_STREAM || frame.kind == FrameKind.REFUSED) {
            return;
        }
        if (frame.offsetSamples > stream.nextOffset) {
            gap(stream, frame.offsetSamples - stream.nextOffset, GapKind.SILENCE, out);
        }
        switch (frame.kind) {
            case MEDIA -> out.play(stream, frame);
            case LOST -> {
                counts.lost++;
                counts.played++;
                out.gap(stream, frame.durationSamples, GapKind.CONCEALED);
            }
            case PAUSED -> out.gap(stream, frame.durationSamples, GapKind.REDACTED);
            default -> out.gap(stream, frame.durationSamples, GapKind.SILENCE);
        }
        stream.nextOffset += frame.durationSamples;
        stream.usualDuration = frame.durationSamples;
    }

    private static void gap(StreamState stream, long samples, GapKind kind, Playing out) {
        if (samples > 0) {
            out.gap(stream, samples, kind);
            stream.nextOffset += samples;
        }
    }
}
