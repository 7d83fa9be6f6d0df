package io.undertone.job.reanalysis;

import java.io.Serializable;

/**
 * How calls are kept and read again.
 *
 * @param directory of all audio, a URI that Flink's file systems know
 * @param capacity files under way per subtask: each call to be kept waits in checkpoints, with up to 6 MB if it took 4 h
 * @param threads at work at once, per subtask
 * @param attempts at a file before it is given up
 * @param backoffMillis before the second attempt; doubled for each after it
 * @param timeoutMillis for all attempts together
 */
public record KeepingSettings(
        String directory, int capacity, int threads, int attempts, int backoffMillis, int timeoutMillis)
        implements Serializable {}
