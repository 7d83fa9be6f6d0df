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

    /** The contract's shortest record: by it, no loss that can be is taken for an error of the gateway. */
    private static final int SHORTEST_RECORD_MILLIS = 20;

    /** What is on its way when the end is announced, and the record that ends a stream, which lasts no time. */
    private static final int END_TOLERANCE_MILLIS = 1_000;

    /** Takes what a stream hands on, in order. */
    interface Playing {
        /** The stream's place on the call's timeline follows from its first record in order. */
        void anchor(StreamState stream, MediaFrame first);

        void play(StreamState stream, MediaFrame frame);

        /** Nothing was sent on purpose. */
        void pause(StreamState stream, MediaFrame frame);

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
        Refusal disorder = StreamCheck.sequenceProblem(stream, frame);
        if (disorder != null) {
            counts.refused += media ? 1 : 0;
            return disorder;
        }
        if (frame.sequence < stream.next) {
            return passed(stream, frame, counts);
        }
        if (HeldFrames.contains(stream, frame.sequence)) {
            counts.duplicate += media ? 1 : 0;
            return null;
        }
        Refusal refusal = StreamCheck.problem(stream, frame);
        if (refusal != null) {
            counts.refused += media ? 1 : 0;
            leaveOnlyItsPlace(frame);
        }
        HeldFrames.add(stream, frame);
        drain(stream, counts, out, reorderMillis);
        return refusal;
    }

    /**
     * Nothing more is waited for: what is held is handed on, what is missing up to {@code last} is concealed, as far as there was time
     * for it until the gateway announced the end.
     *
     * @param endMicros the event time of that announcement
     * @return how many records were announced for which there was no time: they are neither received nor lost
     */
    long finish(StreamState stream, long last, long endMicros, FrameCounts counts, Playing out) {
        drain(stream, counts, out, -1);
        if (last < stream.next) {
            return 0;
        }
        long missing = Math.min(last - stream.next, StreamCheck.LONGEST_LEAP - 1) + 1;
        long roomMillis = Math.max(0, endMicros - stream.heardMicros) / 1_000 + END_TOLERANCE_MILLIS;
        long lost = Math.min(missing, roomMillis / SHORTEST_RECORD_MILLIS);
        long samples = Math.min(lost * stream.usualDuration, roomMillis * stream.sampleRateHz / 1_000);
        conceal(stream, lost, samples, counts, out);
        return missing - lost;
    }

    /** Whether the stream said that it ended, though something before that may still be missing. */
    static boolean hasEnded(StreamState stream) {
        return stream.ended || HeldFrames.reachEnd(stream);
    }

    private static void leaveOnlyItsPlace(MediaFrame frame) {
        frame.kind = FrameKind.REFUSED;
        frame.payload = null;
        frame.durationSamples = 0;
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

    private void drain(StreamState stream, FrameCounts counts, Playing out, int patienceMillis) {
        while (!stream.held.isEmpty()) {
            MediaFrame first = stream.held.get(0);
            if (first.sequence > stream.next) {
                if (HeldFrames.millis(stream) <= patienceMillis && stream.held.size() <= MOST_HELD) {
                    return;
                }
            }
            anchor(stream, first, out);
            long missing = first.sequence - stream.next;
            if (missing > 0) {
                conceal(stream, missing, samplesMissing(stream, first, missing), counts, out);
            }
            stream.held.remove(0);
            handOn(stream, first, counts, out);
            SeenSequences.pass(stream, true);
        }
    }

    /** Up to where the next record lies; where that cannot be trusted, no longer than records of the stream usually are. */
    private static long samplesMissing(StreamState stream, MediaFrame next, long missing) {
        long distance = Math.max(0, next.offsetSamples - stream.nextOffset);
        return isPlaceless(next) ? Math.min(distance, missing * stream.usualDuration) : distance;
    }

    private static boolean isPlaceless(MediaFrame frame) {
        return frame.kind == FrameKind.END_OF_STREAM || frame.kind == FrameKind.REFUSED;
    }

    private static void anchor(StreamState stream, MediaFrame first, Playing out) {
        if (stream.anchored || isPlaceless(first)) {
            return;
        }
        stream.anchored = true;
        stream.sampleRateHz = first.sampleRateHz;
        stream.anchorMicros = first.captureMicros - first.offsetSamples * 1_000_000L / first.sampleRateHz;
        boolean beginningMissing = stream.next == 0 && first.sequence > 0;
        stream.nextOffset = beginningMissing ? 0 : first.offsetSamples;
        out.anchor(stream, first);
    }

    private static void conceal(StreamState stream, long count, long samples, FrameCounts counts, Playing out) {
        counts.lost += count;
        counts.played += count;
        SeenSequences.passMissing(stream, count);
        gap(stream, samples, GapKind.CONCEALED, out);
    }

    private static void handOn(StreamState stream, MediaFrame frame, FrameCounts counts, Playing out) {
        stream.ended |= frame.kind == FrameKind.END_OF_STREAM;
        if (isPlaceless(frame)) {
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
            case PAUSED -> out.pause(stream, frame);
            default -> out.gap(stream, frame.durationSamples, GapKind.SILENCE);
        }
        stream.nextOffset += frame.durationSamples;
        stream.usualDuration = frame.durationSamples;
        stream.heardMicros = frame.endMicros();
    }

    /** What is missing of a stream that has no place on the timeline (yet) is counted, but has no place either. */
    private static void gap(StreamState stream, long samples, GapKind kind, Playing out) {
        if (samples > 0 && stream.anchored) {
            out.gap(stream, samples, kind);
            stream.nextOffset += samples;
        }
    }
}
