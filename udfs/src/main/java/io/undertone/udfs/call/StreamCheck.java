package io.undertone.udfs.call;

import io.undertone.udfs.call.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a media record in the light of its stream. */
final class StreamCheck {
    /** Four hours of 20 ms records: a leap beyond the longest call is an error of the gateway, not loss. */
    static final long LONGEST_LEAP = 720_000;

    private static final long LONGEST_STREAM_SECONDS = 86_400;

    private static final long CLOCK_TOLERANCE_MICROS = 60_000_000;

    private StreamCheck() {}

    /** Whether the record has no place in the order, so that its sequence cannot be kept either. */
    static @Nullable Refusal sequenceProblem(StreamState stream, MediaFrame frame) {
        if (frame.sequence >= 0 && frame.sequence - stream.next <= LONGEST_LEAP) {
            return null;
        }
        return new Refusal(
                Reason.IMPLAUSIBLE_SEQUENCE,
                "sequence is %d after %d; a stream counts from 0 and leaps at most %d"
                        .formatted(frame.sequence, stream.next - 1, LONGEST_LEAP));
    }

    static @Nullable Refusal problem(StreamState stream, MediaFrame frame) {
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
}
