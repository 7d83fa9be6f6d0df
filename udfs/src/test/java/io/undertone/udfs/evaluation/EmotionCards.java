package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.CardFiles;
import io.undertone.udfs.model.ModelCard;
import java.io.IOException;
import java.nio.file.Path;

/** Cards of emotion models that no test runs. */
final class EmotionCards {
    private static final String REST = """
            input: {name: in, front_end: waveform, sample_rate: 8000, min_seconds: 0.5, max_seconds: 4}
            output: {name: out, dimensions: %d, activation: none}
            labels: [%s]
            mapping: {%s}
            thresholds: {%s}
            self_check: {samples: 8000, expected: [0.5], tolerance: 0.001}
            """;

    private EmotionCards() {}

    static ModelCard four(Path directory) throws IOException {
        String mapping = "angry: NEGATIVE, happy: POSITIVE, neutral: NEUTRAL, sad: NEUTRAL";
        return card(directory, 4, "angry, happy, neutral, sad", mapping, "enter: 0.7");
    }

    /** Knows moods only, and no threshold. */
    static ModelCard three(Path directory) throws IOException {
        return card(directory, 3, "NEG, NEU, POS", "NEG: NEGATIVE, NEU: NEUTRAL, POS: POSITIVE", "");
    }

    private static ModelCard card(Path directory, int labels, String names, String mapping, String thresholds)
            throws IOException {
        String rest = REST.formatted(labels, names, mapping, thresholds);
        return CardFiles.store(directory, "moods", "emotion", new byte[0], rest)
                .cards()
                .find("moods");
    }
}
