package io.undertone.udfs.call;

/** Mean probabilities of the three moods over some windows. A POJO: it is checkpointed. */
public class MoodMean {
    public double negative;
    public double neutral;
    public double positive;

    public MoodMean() {}

    public MoodMean(double negative, double neutral, double positive) {
        this.negative = negative;
        this.neutral = neutral;
        this.positive = positive;
    }
}
