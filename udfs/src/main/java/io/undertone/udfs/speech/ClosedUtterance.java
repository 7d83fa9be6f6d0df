package io.undertone.udfs.speech;

/**
 * One utterance of a leg.
 *
 * @param number from 1 per leg
 * @param fromSample its first sample
 * @param toSample the sample after its last
 * @param weightedMeanSquare K-weighted energy per sample
 * @param concealedSamples samples that were made up for lost media
 * @param meanProbability mean speech probability of its frames
 * @param pieceBounds begin of each of its pieces, then the end of the last
 */
@SuppressWarnings("ArrayRecordComponent") // Pieces are compared by content, in tests only.
public record ClosedUtterance(
        int number,
        long fromSample,
        long toSample,
        double weightedMeanSquare,
        int concealedSamples,
        float meanProbability,
        long[] pieceBounds) {}
