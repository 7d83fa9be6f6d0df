package io.undertone.udfs.call;

/** How a call ended: what a close adds to {@link CallState}. */
public record CallHeader(CloseReason reason, long durationSamples) {}
