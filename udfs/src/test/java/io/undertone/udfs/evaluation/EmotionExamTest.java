package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionExamTest {
    /** Probabilities of angry, happy, neutral and sad. */
    private static final List<JudgedClip> CLIPS = List.of(
            clip("angry", window(0.8, 0.1, 0.1, 0.0)),
            clip("angry", window(0.2, 0.6, 0.1, 0.1)),
            clip("happy", window(0.1, 0.9, 0.0, 0.0)),
            clip("neutral", window(0.1, 0.0, 0.8, 0.1), window(0.7, 0.0, 0.2, 0.1), window(0.6, 0.1, 0.2, 0.1)),
            clip("neutral", window(0.4, 0.0, 0.3, 0.3)),
            clip("sad", window(0.0, 0.0, 0.9, 0.1)));

    @TempDir
    private Path directory;

    @Test
    void the_first_window_decides_by_the_likeliest_label() throws IOException {
        Confusion confusion = fourLabels(CLIPS).confusion();
        assertThat(confusion.classes()).containsExactly("angry", "happy", "neutral", "sad");
        assertThat(confusion.rows())
                .containsExactly(List.of(1, 1, 0, 0), List.of(0, 1, 0, 0), List.of(1, 0, 1, 0), List.of(0, 0, 1, 0));
        assertThat(confusion.unweightedRecall()).isEqualTo((0.5 + 1 + 0.5 + 0) / 4);
    }

    @Test
    void moods_sum_their_labels() throws IOException {
        // The second neutral clip is likeliest angry, but neutral and sad together are likelier.
        Confusion moods = fourLabels(CLIPS).byMood();
        assertThat(moods.classes()).containsExactly("NEGATIVE", "NEUTRAL", "POSITIVE");
        assertThat(moods.rows()).containsExactly(List.of(1, 0, 1), List.of(0, 3, 0), List.of(0, 0, 1));
    }

    @Test
    void anger_is_held_against_neutral_speech_alone() throws IOException {
        // 0.8 is above 0.1 and 0.4, 0.2 is above 0.1; one of both is above the higher, 0.4.
        assertThat(fourLabels(CLIPS).anger()).isEqualTo(new AngerScores(3 / 4.0, 1 / 2.0, 1 / 2.0));
    }

    @Test
    void alarms_on_neutral_windows_are_false_from_the_threshold_on() throws IOException {
        // Of four windows 0.7 reaches the threshold, which a float falls short of in its eighth digit.
        assertThat(fourLabels(CLIPS).falseAlarms()).isEqualTo(new FalseAlarms(4, 1, 0.7));
        assertThat(new FalseAlarms(4, 1, 0.7).perTenMinutes()).isEqualTo(600 / 4.0);
    }

    @Test
    void without_neutral_speech_alarms_and_anger_are_not_measured() throws IOException {
        EmotionQuality quality = fourLabels(CLIPS.subList(0, 3));
        assertThat(quality.anger()).isNull();
        assertThat(quality.falseAlarms()).isNull();
        assertThat(quality.confusion().unweightedRecall()).isEqualTo((0.5 + 1) / 2);
    }

    @Test
    void a_card_without_such_labels_is_measured_by_moods() throws IOException {
        var labels = new EmotionLabels(EmotionCards.three(directory), Map.of());
        EmotionQuality quality = new EmotionExam(labels)
                .mark(List.of(
                        clip("angry", window(0.8, 0.1, 0.1)),
                        clip("neutral", window(0.65, 0.3, 0.05)),
                        clip("POS", window(0.1, 0.2, 0.7))));
        assertThat(quality.confusion().classes()).containsExactly("NEGATIVE", "NEUTRAL", "POSITIVE");
        assertThat(quality.confusion().accuracy()).isEqualTo(2 / 3.0);
        assertThat(quality.anger()).isNotNull();
        assertThat(quality.falseAlarms())
                .as("at 0.6, where the card names none")
                .isEqualTo(new FalseAlarms(1, 1, 0.6));
    }

    private EmotionQuality fourLabels(List<JudgedClip> clips) throws IOException {
        return new EmotionExam(new EmotionLabels(EmotionCards.four(directory), Map.of())).mark(clips);
    }

    private static JudgedClip clip(String label, float[]... windows) {
        return new JudgedClip(label, List.of(windows));
    }

    private static float[] window(double... probabilities) {
        float[] window = new float[probabilities.length];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) probabilities[i];
        }
        return window;
    }
}
