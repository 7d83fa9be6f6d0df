package io.undertone.udfs.moods;

/** What is believed of somebody's mood at one point of the timeline. A POJO: keyed state. */
public class SmoothedMoods {
    /** Of whose classes these are; empty before the first second. */
    public String model = "";

    public double[] classes = new double[0];
    /** Where it holds, in samples of the timeline. */
    public long at;
    /** The model has answered at least once: before, this is the prior. */
    public boolean answered;

    public SmoothedMoods() {}
}
