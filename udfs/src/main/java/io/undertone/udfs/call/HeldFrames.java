package io.undertone.udfs.call;

import java.util.List;

/** The records of a stream that wait, by sequence, while an earlier one is missing. */
final class HeldFrames {
    private HeldFrames() {}

    static boolean contains(StreamState stream, long sequence) {
        for (MediaFrame held : stream.held) {
            if (held.sequence == sequence) {
                return true;
            }
        }
        return false;
    }

    static void add(StreamState stream, MediaFrame frame) {
        List<MediaFrame> held = stream.held;
        int at = held.size();
        while (at > 0 && held.get(at - 1).sequence > frame.sequence) {
            at--;
        }
        held.add(at, frame);
    }

    static long millis(StreamState stream) {
        long micros = 0;
        for (MediaFrame held : stream.held) {
            micros += held.durationMicros();
        }
        return micros / 1_000;
    }

    /** Whether the last record that waits is the last of its stream. */
    static boolean reachEnd(StreamState stream) {
        int held = stream.held.size();
        return held > 0 && stream.held.get(held - 1).kind == FrameKind.END_OF_STREAM;
    }
}
