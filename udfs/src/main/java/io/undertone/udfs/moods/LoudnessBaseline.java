package io.undertone.udfs.moods;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How loudly somebody usually speaks: the mean of all seconds heard before the last two. These wait, so that three loud seconds in a
 * row are each held against what was usual before them; who goes on being loud becomes usual. A POJO: keyed state.
 */
public class LoudnessBaseline {
    /** Fewer say nothing about what is usual. */
    private static final int FEWEST_SECONDS = 5;

    private static final int WAITING_SECONDS = 2;

    public int seconds;
    /** Of their loudness, LUFS. */
    public double sum;
    /** Loudness of the last seconds, which are not in the sum yet; the latest last. */
    public List<Double> waiting = new ArrayList<>();

    /** Of the last second that was loud enough to count; null before it. */
    public @Nullable Double lufs;
    /** The same over what is usual, dB; null before enough is known. */
    public @Nullable Double deltaDb;

    public LoudnessBaseline() {}

    /**
     * Takes in a second; one that is too quiet to count changes nothing.
     *
     * @return by how much it is over what is usual, rounded; null if it does not count, or too little is known
     */
    @Nullable
    Double hear(@Nullable Double secondLufs) {
        if (secondLufs == null) {
            return null;
        }
        Double delta = seconds < FEWEST_SECONDS ? null : (Double) Rounded.score(secondLufs - sum / seconds);
        lufs = secondLufs;
        deltaDb = delta;
        waiting.add(secondLufs);
        if (waiting.size() > WAITING_SECONDS) {
            sum += waiting.remove(0);
            seconds++;
        }
        return delta;
    }
}
