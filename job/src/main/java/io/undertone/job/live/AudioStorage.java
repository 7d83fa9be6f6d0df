package io.undertone.job.live;

import java.io.Serializable;

/**
 * How pieces of audio are written.
 *
 * @param directory URI that Flink's file systems know
 * @param capacity writes in flight per subtask: each waits in checkpoints with up to 24 KB
 * @param threads writing at once, per subtask
 * @param attempts before a piece is lost
 * @param backoffMillis before the second attempt; doubled for each after it
 * @param timeoutMillis for all attempts together
 */
public record AudioStorage(
        String directory, int capacity, int threads, int attempts, int backoffMillis, int timeoutMillis)
        implements Serializable {}
