package io.undertone.udfs.conversation;

/** A stretch of a call's timeline: {@code fromSample} belongs to it, {@code toSample} no longer does. It may be empty. */
public record Interval(long fromSample, long toSample) {

    public Interval {
        if (!(0 <= fromSample && fromSample <= toSample)) {
            throw new IllegalArgumentException(
                    "need 0 <= fromSample <= toSample, got fromSample=%d toSample=%d".formatted(fromSample, toSample));
        }
    }

    public long samples() {
        return toSample - fromSample;
    }

    public boolean isEmpty() {
        return fromSample == toSample;
    }
}
