package io.undertone.udfs.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.model.CheckSignal;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.RemoteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two models that come with Undertone, as the recipes left them and as Java runs them. */
class ShippedModelsTest {
    private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
    private static final Path CALL =
            ROOT.resolve("../shared/audio/calls/callytics_01_mono.wav").normalize();
    private static final int WINDOW = 24_000;

    @Test
    void a_voice_has_the_embedding_that_the_recipe_computed() throws IOException {
        try (StatelessModel model = open("undertone-speaker")) {
            float[] embedding = scores(model.ask(Window.of(CheckSignal.samples(WINDOW, 8_000))));
            float[] expected = stored("speaker", "embedding");
            double cosine = 0;
            for (int i = 0; i < expected.length; i++) {
                cosine += (double) embedding[i] * expected[i];
            }

            assertThat(cosine).isCloseTo(1, within(0.001));
        }
    }

    @Test
    void a_mood_has_the_probabilities_that_the_recipe_computed() throws IOException {
        try (StatelessModel model = open("undertone-emotion")) {
            float[] scores = scores(model.ask(Window.of(CheckSignal.samples(WINDOW, 8_000))));

            assertThat(scores).containsExactly(stored("emotion", "probabilities"), within(0.002f));
        }
    }

    /** Loud speech biases models towards anger: what a line's gain is must not matter. */
    @ParameterizedTest
    @ValueSource(doubles = {-20, -10, 5, 10})
    void scores_do_not_follow_the_level_of_a_line(double db) throws IOException {
        double gain = Math.pow(10, db / 20);
        try (StatelessModel model = open("undertone-emotion")) {
            for (Window window : windows()) {
                Window quiet = scaled(window, 0.25); // leaves room for 10 dB

                assertThat(scores(model.ask(scaled(quiet, gain))))
                        .containsExactly(scores(model.ask(quiet)), within(0.02f));
            }
        }
    }

    @Test
    void who_shares_a_batch_does_not_matter() throws IOException {
        for (String id : List.of("undertone-emotion", "undertone-speaker")) {
            try (StatelessModel model = open(id)) {
                List<Window> windows = windows();
                List<Answer> together = model.ask(windows);
                for (int i = 0; i < windows.size(); i++) {
                    assertThat(scores(together.get(i)))
                            .containsExactly(scores(model.ask(windows.get(i))), within(0.001f));
                }
            }
        }
    }

    private static StatelessModel open(String id) {
        var store = new ModelStore(ROOT.resolve("models"), ROOT.resolve("models/.cache"), RemoteFiles.NONE);
        return StatelessModel.open(store.cards().find(id), store, Execution.ON_CPU);
    }

    /** Windows of a real call, 8 s apart. */
    private static List<Window> windows() throws IOException {
        if (!Files.isRegularFile(CALL)) {
            throw new IllegalStateException("this test listens to a real call, which is missing: " + CALL);
        }
        short[] samples = WavReader.read(CALL).channels()[0];
        List<Window> windows = new ArrayList<>();
        for (int at = 0; at + WINDOW <= samples.length; at += 64_000) {
            float[] window = new float[WINDOW];
            for (int i = 0; i < WINDOW; i++) {
                window[i] = samples[at + i] / 32_768f;
            }
            windows.add(Window.of(window));
        }
        return windows;
    }

    private static Window scaled(Window window, double gain) {
        float[] scaled = new float[window.count()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (window.samples()[i] * gain);
        }
        return Window.of(scaled);
    }

    private static float[] stored(String task, String key) throws IOException {
        try (InputStream in = ShippedModelsTest.class.getResourceAsStream("/models/" + task + "-check.json")) {
            JsonNode numbers = new JsonMapper().readTree(in).get(key);
            float[] stored = new float[numbers.size()];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = (float) numbers.get(i).asDouble();
            }
            return stored;
        }
    }

    private static float[] scores(Answer answer) {
        return ((Answer.Scored) answer).values();
    }
}
