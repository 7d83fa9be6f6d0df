package io.undertone.job.live;

import java.io.Serializable;

/**
 * How frames of many calls meet in one run of the network.
 *
 * @param maxRows frames in a run, at most
 * @param maxWaitMillis what a frame waits for others, at most
 * @param modelDirectory where the fetched weights lie
 */
public record SpeechBatching(int maxRows, int maxWaitMillis, String modelDirectory) implements Serializable {}
