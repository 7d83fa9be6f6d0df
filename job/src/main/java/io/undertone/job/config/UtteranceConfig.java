package io.undertone.job.config;

import java.io.Serializable;

/** Where an utterance ends, and into what pieces its audio is cut. */
public record UtteranceConfig(int closeAfterMs, int maxMs, int pieceMs) implements Serializable {
    /** A piece is cut from the leg's ring, which holds 4 s. */
    private static final int MOST_PIECE_MS = 4_000;

    public UtteranceConfig {
        Need.atLeast(1, "close_after_ms", closeAfterMs);
        Need.within(1, MOST_PIECE_MS, "piece_ms", pieceMs);
        Need.that(pieceMs <= maxMs, "piece_ms <= max_ms, got %d and %d".formatted(pieceMs, maxMs));
    }
}
