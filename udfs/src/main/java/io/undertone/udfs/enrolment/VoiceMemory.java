package io.undertone.udfs.enrolment;

import java.io.Serializable;

/**
 * How long what is remembered.
 *
 * @param callMillis a call that asked is told of changes for so long: no call is open for longer
 * @param tombstoneMillis what a tombstone meant is refused for so long: at least as long as enrolments are kept
 */
public record VoiceMemory(long callMillis, long tombstoneMillis) implements Serializable {}
