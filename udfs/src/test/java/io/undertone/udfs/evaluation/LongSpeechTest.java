package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Failure;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelInput;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongSpeechTest {
    private static final ModelInput AT_MOST_TWO_SECONDS =
            new ModelInput("in", "waveform", 8_000, 1, 2, null, false, null);

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void speech_that_the_model_takes_is_asked_about_once() {
        Answer answer = LongSpeech.embed(Window.of(new float[16_000]), AT_MOST_TWO_SECONDS, this::axisOfPart);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Scored.class, it -> assertThat(it.values()).containsExactly(1, 0));
        assertThat(asked).containsExactly(16_000);
    }

    @Test
    void longer_speech_has_the_direction_of_the_mean_of_its_parts() {
        Answer answer = LongSpeech.embed(Window.of(new float[24_000]), AT_MOST_TWO_SECONDS, this::axisOfPart);
        float half = (float) Math.sqrt(0.5);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Scored.class, it -> assertThat(it.values()).containsExactly(half, half));
        assertThat(asked).containsExactly(12_000, 12_000);
    }

    @Test
    void a_part_without_an_embedding_leaves_the_whole_without() {
        var failed = new Answer.Failed(Failure.NOT_FINITE, "silence");
        assertThat(LongSpeech.embed(Window.of(new float[24_000]), AT_MOST_TWO_SECONDS, window -> failed))
                .isSameAs(failed);
    }

    private Answer axisOfPart(Window window) {
        asked.add(window.count());
        return new Answer.Scored(window.from() == 0 ? new float[] {1, 0} : new float[] {0, 1});
    }
}
