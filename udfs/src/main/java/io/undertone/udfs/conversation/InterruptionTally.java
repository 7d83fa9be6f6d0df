package io.undertone.udfs.conversation;

/** How often and for how long a kind of speaker interrupted others. */
public record InterruptionTally(int count, double seconds) {}
