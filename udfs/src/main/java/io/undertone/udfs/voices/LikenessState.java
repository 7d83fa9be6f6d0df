package io.undertone.udfs.voices;

/** What is known of two legs' likeness while they are compared. A POJO: keyed state, of at most 64 KB for a few seconds. */
public class LikenessState {
    /** Samples of the block being filled, the same stretch of both legs, and how many there are. */
    public short[] one = {};

    public short[] other = {};
    public int filled;
    /** Where they end on the call's timeline. */
    public long end;

    /** By how many samples {@code other} lags, once the first block was searched. */
    public boolean searched;

    public int lag;

    /** Sums over the blocks so far, at the lag and the lags beside it. */
    public double[] products = new double[LegLikeness.LAGS];

    public double[] otherSquares = new double[LegLikeness.LAGS];
    public double oneSquares;
    public int blocks;

    public boolean judged;
    public boolean same;

    public LikenessState() {}
}
