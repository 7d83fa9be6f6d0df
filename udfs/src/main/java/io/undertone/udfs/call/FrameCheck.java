package io.undertone.udfs.call;

import io.undertone.udfs.call.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a media record by itself, before its stream is looked at. */
final class FrameCheck {
    /** The contract's longest record is 1 s. */
    private static final int LONGEST_SECONDS = 1;

    /** A recording published at full speed runs ahead of the clock by at most the longest call. */
    private static final long FURTHEST_AHEAD_MILLIS = 14_400_000;

    private FrameCheck() {}

    static @Nullable Refusal problem(MediaFrame frame) {
        if (frame.kind == FrameKind.END_OF_STREAM) {
            return null;
        }
        if (frame.sampleRateHz != 8_000 && frame.sampleRateHz != 16_000) {
            return new Refusal(
                    Reason.UNSUPPORTED_RATE,
                    "sample_rate_hz is %d; the job takes 8000 and 16000, a gateway resamples others"
                            .formatted(frame.sampleRateHz));
        }
        if (frame.durationSamples <= 0 || frame.durationSamples > LONGEST_SECONDS * frame.sampleRateHz) {
            return new Refusal(
                    Reason.WRONG_DURATION,
                    "duration_samples is %d; a record lasts 1 to %d samples (1 s)"
                            .formatted(frame.durationSamples, LONGEST_SECONDS * frame.sampleRateHz));
        }
        Refusal ahead = aheadOfItsRecord(frame);
        return ahead != null || frame.kind != FrameKind.MEDIA ? ahead : mediaProblem(frame);
    }

    /**
     * A capture time far after the record's own: believed, it would close the call, open another one in the future and so lose the
     * secure pauses of the first.
     */
    static @Nullable Refusal aheadOfItsRecord(MediaFrame frame) {
        long published = frame.origin.recordMillis;
        long aheadMillis = frame.captureMicros / 1_000 - published;
        boolean stamped = published > 0;
        if (!stamped || aheadMillis <= FURTHEST_AHEAD_MILLIS) {
            return null;
        }
        return new Refusal(
                Reason.IMPLAUSIBLE_CAPTURE_TIME,
                "capture_time is %d s after the record was published; at most %d s are taken"
                        .formatted(aheadMillis / 1_000, FURTHEST_AHEAD_MILLIS / 1_000));
    }

    private static @Nullable Refusal mediaProblem(MediaFrame frame) {
        if (frame.channels != 1) {
            return new Refusal(
                    Reason.UNSUPPORTED_CHANNELS,
                    "channel_count is %d; publish a leg per channel instead".formatted(frame.channels));
        }
        if (frame.encoding == null) {
            return new Refusal(
                    Reason.UNSUPPORTED_CODEC,
                    "codec is %s; the job decodes PCMU, PCMA, L16_LE and L16_BE".formatted(frame.codec));
        }
        int expected = frame.durationSamples * frame.encoding.bytesPerSample();
        int found = frame.payload == null ? 0 : frame.payload.length;
        if (found != expected) {
            return new Refusal(
                    Reason.WRONG_LENGTH,
                    "payload has %d bytes; %d samples of %s take %d"
                            .formatted(found, frame.durationSamples, frame.encoding, expected));
        }
        return null;
    }
}
