package io.undertone.udfs.call;

/** A half-open stretch of time, in the unit of whoever holds it. A POJO: keyed state. */
public class Interval {
    public long begin;
    /** Exclusive; {@link #OPEN} while it goes on. */
    public long end;

    public static final long OPEN = Long.MAX_VALUE;

    public Interval() {}

    public Interval(long begin, long end) {
        this.begin = begin;
        this.end = end;
    }
}
