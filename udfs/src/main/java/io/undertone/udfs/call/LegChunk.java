package io.undertone.udfs.call;

/**
 * A stretch of one leg in playing order: samples of 8 kHz, or a gap of {@code length} samples. Positions count from the call's
 * start and never go back within a leg.
 */
public record LegChunk(String legId, long position, long length, GapKind gap, short[] samples) {
    private static final short[] NO_SAMPLES = {};

    static LegChunk gap(String legId, long position, long length, GapKind gap) {
        return new LegChunk(legId, position, length, gap, NO_SAMPLES);
    }

    static LegChunk audio(String legId, long position, short[] samples) {
        return new LegChunk(legId, position, samples.length, GapKind.NONE, samples);
    }
}
