package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.Mood;
import java.util.List;

/**
 * The customer's leg of a call, and the truth about it.
 *
 * @param name of whoever speaks
 * @param samples 8 kHz
 * @param stretches in order, pauses between them
 */
@SuppressWarnings("ArrayRecordComponent") // Nothing compares calls.
public record MoodCall(String name, short[] samples, List<Stretch> stretches) {
    /** The same of a recording in which nobody is angry. */
    public static MoodCall calm(String name, short[] samples) {
        return new MoodCall(name, samples, List.of());
    }

    /** Stretches that somebody should be told of. */
    public List<Stretch> angry() {
        return stretches.stream()
                .filter(stretch -> stretch.mood() == Mood.NEGATIVE)
                .toList();
    }
}
