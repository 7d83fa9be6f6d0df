package io.undertone.job.live;

import io.undertone.udfs.model.ModelDirectories;
import java.io.Serializable;

/**
 * How frames of many calls meet in one run of the network.
 *
 * @param maxRows frames in a run, at most
 * @param maxWaitMillis what a frame waits for others, at most, in a subtask that keeps up
 * @param models where this machine has the network
 */
public record SpeechBatching(int maxRows, int maxWaitMillis, ModelDirectories models) implements Serializable {
    /** A subtask that is behind lets no frame wait longer than so many times the usual. */
    private static final int MOST_WAITS = 5;

    /**
     * What the first frame of a batch waits for others. Flink fires timers before it reads input that is already queued, so in a
     * subtask that is behind a fixed wait makes small batches, and these put it further behind: it waits as long as its last
     * run took.
     */
    long waitMillis(long lastRunMillis) {
        return Math.min(Math.max(maxWaitMillis, lastRunMillis), (long) MOST_WAITS * maxWaitMillis);
    }
}
