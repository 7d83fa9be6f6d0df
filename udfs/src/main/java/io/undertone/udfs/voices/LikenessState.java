package io.undertone.udfs.voices;

/** What is known of two legs' likeness while they are compared. A POJO: keyed state. */
public class LikenessState {
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
