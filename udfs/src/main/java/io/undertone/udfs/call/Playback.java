package io.undertone.udfs.call;

/**
 * What every leg is played with.
 *
 * @param paddingMicros before and after a secure pause, withheld with it
 */
record Playback(long paddingMicros, LegDecoder decoder) {}
