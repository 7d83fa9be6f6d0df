package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.Mood;

/**
 * Something said in a mood that is known, as it comes down a telephone line at 8 kHz.
 *
 * @param name tells it from all others
 */
@SuppressWarnings("ArrayRecordComponent") // Nothing compares clips.
public record ActedClip(String name, String speaker, Mood mood, short[] samples) {}
