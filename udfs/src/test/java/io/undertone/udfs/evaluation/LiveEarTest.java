package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Failure;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.RemoteFiles;
import io.undertone.udfs.moods.AlertPhase;
import io.undertone.udfs.moods.MoodSettings;
import io.undertone.udfs.speech.SileroVad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveEarTest {
    private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
    private static final Path TALK =
            ROOT.resolve("../shared/audio/calls/callytics_01_mono.wav").normalize();
    private static final int HEARD_SAMPLES = 20 * 8_000;

    private static final Answer ANGRY = new Answer.Scored(new float[] {1, 0, 0, 0});
    private static final Answer CALM = new Answer.Scored(new float[] {0, 0, 1, 0});

    private final ModelStore store =
            new ModelStore(ROOT.resolve("models"), ROOT.resolve("models/.cache"), RemoteFiles.NONE);
    private SileroVad vad;
    private MoodCall call;

    @BeforeEach
    void aTalk() throws IOException {
        if (!Files.isRegularFile(TALK)) {
            throw new IllegalStateException(
                    "this test hears %s, which is missing: the recordings belong beside the project, in shared/audio"
                            .formatted(TALK));
        }
        vad = SileroVad.open(store, 1);
        call = MoodCall.calm("talk", Arrays.copyOf(WavReader.read(TALK).channels()[0], HEARD_SAMPLES));
    }

    @AfterEach
    void closeModel() {
        vad.close();
    }

    @Test
    void anger_all_along_is_one_alert_that_ends_with_the_call() {
        HeardCall heard = ear(window -> ANGRY).hear(call);
        assertThat(heard.alerts())
                .filteredOn(alert -> alert.ruleId.equals("frustration"))
                .extracting(alert -> alert.phase)
                .filteredOn(phase -> phase != AlertPhase.UPDATED)
                .containsExactly(AlertPhase.RAISED, AlertPhase.CLEARED);
        assertThat(heard.speech().seconds(0, heard.raised("frustration").get(0)))
                .as("the rule waits for four seconds of speech, and decides at the end of one")
                .isBetween(4.0, 5.2);
    }

    @Test
    void calm_speech_is_no_alert_and_counts_as_speech() {
        HeardCall heard = ear(window -> CALM).hear(call);
        assertThat(heard.alerts()).isEmpty();
        assertThat(heard.speech().seconds()).isBetween(10.0, 20.0);
    }

    @Test
    void the_model_is_asked_after_every_second_of_speech_about_three_at_most() {
        List<Integer> asked = new ArrayList<>();
        HeardCall heard = ear(window -> {
                    asked.add(window.count());
                    return CALM;
                })
                .hear(call);
        assertThat(asked).hasSize((int) (heard.speech().seconds() / 1.024)).startsWith(32 * 256);
        assertThat(Collections.max(asked)).isEqualTo(94 * 256);
    }

    @Test
    void a_call_is_heard_as_if_there_had_been_none_before() {
        LiveEar ear = ear(window -> ANGRY);
        List<Long> first = ear.hear(call).raised("frustration");
        assertThat(ear.hear(call).raised("frustration")).isEqualTo(first);
    }

    @Test
    void a_model_that_fails_is_no_calm() {
        var failed = new Answer.Failed(Failure.RUNTIME, "out of memory");
        assertThatThrownBy(() -> ear(window -> failed).hear(call)).hasMessageContaining("out of memory");
    }

    private LiveEar ear(Function<Window, Answer> model) {
        ModelCard card = store.cards().find("undertone-emotion");
        return new LiveEar(vad, model, MoodSettings.of(card, "test"));
    }
}
