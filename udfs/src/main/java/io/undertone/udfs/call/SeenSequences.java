package io.undertone.udfs.call;

/** Which of the last 4,096 sequences of a stream came: a ring of bits below {@link StreamState#next}. */
final class SeenSequences {
    private SeenSequences() {}

    /** Whether {@code sequence}, which lies below {@code next}, came in time; false when too long ago to know. */
    static boolean contains(StreamState stream, long sequence) {
        return sequence >= stream.next - StreamState.MEMORY && (stream.seen[word(sequence)] & bit(sequence)) != 0;
    }

    /** Moves {@code next} over one sequence. */
    static void pass(StreamState stream, boolean came) {
        if (came) {
            stream.seen[word(stream.next)] |= bit(stream.next);
        } else {
            stream.seen[word(stream.next)] &= ~bit(stream.next);
        }
        stream.next++;
    }

    /** Moves {@code next} over sequences that never came. */
    static void passMissing(StreamState stream, long count) {
        long cleared = Math.min(count, StreamState.MEMORY);
        stream.next += count - cleared;
        for (long i = 0; i < cleared; i++) {
            pass(stream, false);
        }
    }

    private static int word(long sequence) {
        return (int) (sequence & (StreamState.MEMORY - 1)) >>> 6;
    }

    private static long bit(long sequence) {
        return 1L << (sequence & 63);
    }
}
