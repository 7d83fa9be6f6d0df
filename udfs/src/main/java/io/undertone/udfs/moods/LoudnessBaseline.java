package io.undertone.udfs.moods;

import org.jspecify.annotations.Nullable;

/** How loudly somebody usually speaks: the mean of all seconds heard so far. A POJO: keyed state. */
public class LoudnessBaseline {
    /** Fewer say nothing about what is usual. */
    private static final int FEWEST_SECONDS = 5;

    public int seconds;
    /** Of their loudness, LUFS. */
    public double sum;
    /** Of the last second that was loud enough to count; null before it. */
    public @Nullable Double lufs;
    /** The same over the seconds before it, dB; null before there were enough. */
    public @Nullable Double deltaDb;

    public LoudnessBaseline() {}

    /**
     * Takes in a second; one that is too quiet to count changes nothing.
     *
     * @return by how much it is over the seconds before it, rounded; null if it does not count, or these were too few
     */
    @Nullable
    Double hear(@Nullable Double secondLufs) {
        if (secondLufs == null) {
            return null;
        }
        Double delta = seconds < FEWEST_SECONDS ? null : (Double) Rounded.score(secondLufs - sum / seconds);
        lufs = secondLufs;
        deltaDb = delta;
        sum += secondLufs;
        seconds++;
        return delta;
    }
}
