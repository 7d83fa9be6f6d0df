package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.model.CardFiles;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoodSettingsTest {
    private static final String CARD = """
            input: {name: samples, front_end: waveform, sample_rate: 8000, min_seconds: 0.5, max_seconds: 4}
            output: {name: output, dimensions: 4, activation: none}
            labels: [fear, neutral, joy, anger]
            mapping: {anger: NEGATIVE, fear: NEGATIVE, neutral: NEUTRAL, joy: POSITIVE}
            prior: {neutral: 0.9, anger: 0.02, fear: 0.03, joy: 0.05}
            self_check: {samples: 8000, expected: [0, 1, 0, 0], tolerance: 0.001}
            """;

    @TempDir
    Path directory;

    @Test
    void moods_are_sums_of_the_classes_that_a_card_maps_to_them() throws IOException {
        EmotionClasses classes = MoodSettings.of(card(""), "v1").classes();
        assertThat(classes.labels()).containsExactly("fear", "neutral", "joy", "anger");
        assertThat(Rounded.scores(classes.moodsOf(new double[] {0.2, 0.1, 0.3, 0.4})))
                .containsExactly(0.6, 0.1, 0.3);
        assertThat(classes.calm()).containsExactly(0.03, 0.9, 0.05, 0.02);
        assertThat(classes.named(new double[] {0.2004, 0.0996, 0.3, 0.4}))
                .isEqualTo(Map.of("fear", 0.2, "neutral", 0.1, "joy", 0.3, "anger", 0.4));
    }

    @Test
    void a_card_without_thresholds_has_the_usual_ones() throws IOException {
        MoodSettings settings = MoodSettings.of(card(""), "v1");
        assertThat(settings.frustration()).isEqualTo(new MoodThresholds(0.60, 0.75, 0.40));
        assertThat(settings.raisedVoice()).isEqualTo(new LoudnessThresholds(8, 5));
        assertThat(settings.model()).isEqualTo("ear 1");
        assertThat(settings.policyVersion()).isEqualTo("v1");
    }

    @Test
    void thresholds_are_those_of_the_card_unless_somebody_says_otherwise() throws IOException {
        MoodSettings settings = MoodSettings.of(card("thresholds: {enter: 0.7, high: 0.9, exit: 0.5}\n"), "v1");
        assertThat(settings.frustration()).isEqualTo(new MoodThresholds(0.7, 0.9, 0.5));
        assertThat(settings.with(settings.frustration().with(0.8, null, null)).frustration())
                .isEqualTo(new MoodThresholds(0.8, 0.9, 0.5));
        assertThat(settings.with(new LoudnessThresholds(10, 6)).raisedVoice().enter())
                .isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.75, 0.6", "0.6, 0.59, 0.4", "0.6, 1, 0.4", "0.6, 0.75, 0", "NaN, 0.75, 0.4"})
    void thresholds_of_frustration_come_in_their_order(double enter, double high, double exit) {
        assertThatThrownBy(() -> new MoodThresholds(enter, high, exit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 < exit < enter <= high < 1")
                .hasMessageContaining("enter=" + enter);
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "8, 0", "NaN, 5", "Infinity, 5"})
    void thresholds_of_a_raised_voice_come_in_their_order(double enter, double exit) {
        assertThatThrownBy(() -> new LoudnessThresholds(enter, exit)).hasMessageContaining("0 < exit < enter");
    }

    @Test
    void a_prior_is_a_distribution() {
        var labels = List.of("bad", "good");
        var moods = List.of(Mood.NEGATIVE, Mood.POSITIVE);
        assertThat(new EmotionClasses(labels, moods, List.of(0.2, 0.8004)).count())
                .isEqualTo(2);
        for (List<Double> prior : List.of(List.of(0.0, 0.0), List.of(0.5, 0.6), List.of(-0.1, 1.1))) {
            assertThatThrownBy(() -> new EmotionClasses(labels, moods, prior))
                    .hasMessageContaining("probabilities that sum to 1");
        }
        assertThatThrownBy(() -> new EmotionClasses(labels, moods, List.of(1.0)))
                .hasMessageContaining("a mood and a prior each");
    }

    private ModelCard card(String thresholds) throws IOException {
        return CardFiles.store(directory, "ear", "emotion", new byte[] {1}, CARD + thresholds)
                .cards()
                .find("ear");
    }
}
