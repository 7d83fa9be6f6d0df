package io.undertone.udfs.words;

import io.undertone.udfs.audio.Recording;

/** An utterance, or a part of a long one, and its place in a pack. A POJO: it is checkpointed. */
public class PackedUtterance {
    /** Of the utterance, on its leg. */
    public int number;
    /** Samples of the call's timeline. */
    public long begin;

    public long end;
    /** Samples of the pack that lie before it. */
    public int offset;
    /** Some of the utterance's audio was never stored. */
    public boolean incomplete;

    public PackedUtterance() {}

    int samples() {
        return Math.toIntExact(end - begin);
    }

    double packBeginSeconds() {
        return (double) offset / Recording.TELEPHONE_HZ;
    }

    double packEndSeconds() {
        return (double) (offset + end - begin) / Recording.TELEPHONE_HZ;
    }

    /** How many seconds of {@code [begin, end)} in the pack are of this utterance; below zero, how far away it is. */
    double overlapSeconds(double beginSeconds, double endSeconds) {
        return Math.min(endSeconds, packEndSeconds()) - Math.max(beginSeconds, packBeginSeconds());
    }

    /** A time in the pack on the call's timeline, never outside the utterance. */
    double callSeconds(double packSeconds) {
        double inside = Math.max(packBeginSeconds(), Math.min(packEndSeconds(), packSeconds));
        return inside - packBeginSeconds() + (double) begin / Recording.TELEPHONE_HZ;
    }
}
