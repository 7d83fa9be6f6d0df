package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.model.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmotionLabelsTest {
    @TempDir
    private Path directory;

    @Test
    void case_does_not_matter() throws IOException {
        var labels = new EmotionLabels(EmotionCards.four(directory), Map.of("ANGER", "Angry"));
        assertThat(labels.of("Sad")).contains("sad");
        assertThat(labels.of("anger")).contains("angry");
    }

    @Test
    void what_is_left_out_has_no_label() throws IOException {
        var labels = new EmotionLabels(EmotionCards.four(directory), Map.of("surprise", "none"));
        assertThat(labels.of("surprise")).isEmpty();
    }

    @Test
    void a_card_with_labels_of_its_own_knows_the_common_ones_too() throws IOException {
        var labels = new EmotionLabels(EmotionCards.three(directory), Map.of());
        assertThat(labels.of("angry")).contains("angry");
        assertThat(labels.of("neg")).contains("NEG");
        assertThat(labels.moodOf("angry")).isSameAs(Mood.NEGATIVE);
        assertThat(labels.moodOf("POS")).isSameAs(Mood.POSITIVE);
    }

    @Test
    void an_unknown_name_is_refused_with_those_that_are_known() throws IOException {
        var labels = new EmotionLabels(EmotionCards.four(directory), Map.of());
        assertThatThrownBy(() -> labels.of("Fear"))
                .hasMessage("no label 'Fear'; there are angry, happy, neutral, sad, and none to leave it out");
    }

    @Test
    void a_name_can_stand_for_a_known_label_only() {
        assertThatThrownBy(() -> new EmotionLabels(EmotionCards.four(directory), Map.of("fear", "furious")))
                .hasMessageContaining("no label 'furious'");
    }
}
