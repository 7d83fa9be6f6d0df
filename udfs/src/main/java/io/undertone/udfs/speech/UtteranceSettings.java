package io.undertone.udfs.speech;

import java.io.Serializable;

/**
 * When an utterance ends, and the pieces its audio is stored in.
 *
 * <p>{@code closeAfterMillis}: too low tears sentences at every breath, too high delays the row. {@code maxMillis}: whole
 * pieces, so that a split has all of the last one to choose from; at most the 28 s that a request for words holds.
 * {@code pieceMillis}: a piece is cut from a ring of 4 s; 3 s leave 1 s for what is not settled yet.
 */
public record UtteranceSettings(int closeAfterMillis, int maxMillis, int pieceMillis) implements Serializable {
    /** What the ring of a leg's audio holds. */
    static final int RING_MILLIS = 4_000;

    static final int LONGEST_MILLIS = 28_000;
    static final int SHORTEST_PIECE_MILLIS = 1_000;

    public UtteranceSettings {
        if (closeAfterMillis < 1 || closeAfterMillis > RING_MILLIS) {
            throw new IllegalArgumentException(
                    "need closeAfterMillis of 1 to %d, got %d".formatted(RING_MILLIS, closeAfterMillis));
        }
        if (pieceMillis < SHORTEST_PIECE_MILLIS) {
            throw new IllegalArgumentException(
                    "need pieceMillis >= %d, got %d".formatted(SHORTEST_PIECE_MILLIS, pieceMillis));
        }
        if (maxMillis / pieceMillis < 2 || maxMillis > LONGEST_MILLIS || maxMillis % pieceMillis != 0) {
            throw new IllegalArgumentException("need maxMillis of two or more whole pieces of %d ms and <= %d, got %d"
                    .formatted(pieceMillis, LONGEST_MILLIS, maxMillis));
        }
    }

    public static UtteranceSettings defaults() {
        return new UtteranceSettings(500, 15_000, 3_000);
    }

    int closeAfterSamples() {
        return closeAfterMillis * VadFrame.SAMPLES_PER_MILLI;
    }

    int maxSamples() {
        return maxMillis * VadFrame.SAMPLES_PER_MILLI;
    }

    int pieceSamples() {
        return pieceMillis * VadFrame.SAMPLES_PER_MILLI;
    }
}
