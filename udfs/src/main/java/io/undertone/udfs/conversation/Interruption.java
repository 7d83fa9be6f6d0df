package io.undertone.udfs.conversation;

/** One utterance that broke into another; {@code overlap} is when both were heard. */
public record Interruption(Talk by, Talk of, Interval overlap) {}
