package io.undertone.udfs.voices;

/**
 * From here on another voice speaks on a leg. Changes of a leg come in order of {@code from}, which may lie some seconds back.
 *
 * @param from position on the call's timeline
 * @param voice its number
 * @param overlap somebody else speaks at the same time
 * @param score likeness to the voice of the windows that decided
 */
public record VoiceChange(long from, int voice, boolean overlap, double score) {}
