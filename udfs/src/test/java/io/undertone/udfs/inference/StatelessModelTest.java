package io.undertone.udfs.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.undertone.udfs.model.CardFiles;
import io.undertone.udfs.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatelessModelTest {
    /** DistilHuBERT's signature, by card alone. */
    private static final String CLASSIFIER = """
            input: {name: waveform, front_end: waveform, sample_rate: 16000, min_seconds: 0.5, max_seconds: 4}
            output: {name: logits, dimensions: 3, activation: softmax}
            labels: [loud, mean, quiet]
            mapping: {loud: NEGATIVE, mean: NEUTRAL, quiet: POSITIVE}
            self_check: {samples: 24000, expected: [0.143, 0.286, 0.571], tolerance: 0.01}
            """;

    private static final String LOGARITHM = """
            input: {name: samples, front_end: waveform, sample_rate: 8000, min_seconds: 0.5, max_seconds: 4}
            output: {name: output, dimensions: 1, activation: none}
            self_check: {samples: 8000, expected: [-3], tolerance: 0.5}
            """;

    private static final String SLICES = """
            input: {name: mel, front_end: ge2e-mel, sample_rate: 16000, min_seconds: 0.5, max_seconds: 8}
            output: {name: embedding, dimensions: 40, activation: none}
            self_check: {samples: 16000, expected: [0], tolerance: 2}
            """;

    @TempDir
    Path directory;

    @AfterEach
    void no_session_is_left() {
        assertThat(ModelSession.open()).isZero();
    }

    @Test
    void a_public_waveform_model_runs_by_its_card_alone() throws IOException {
        try (StatelessModel model = classifier(CLASSIFIER)) {
            float[] loud = scores(model.ask(Window.of(constant(0.5f, 8_000))));
            float[] quiet = scores(model.ask(Window.of(constant(0, 8_000))));

            assertThat(loud[0]).isGreaterThan(0.8f);
            assertThat(quiet[2]).isGreaterThan(0.8f);
            assertThat(loud[0] + loud[1] + loud[2]).isBetween(0.998f, 1.002f);
        }
    }

    @Test
    void windows_of_a_run_are_answered_in_order_and_as_if_alone() throws IOException {
        try (StatelessModel model = classifier(CLASSIFIER)) {
            List<Window> windows = List.of(
                    Window.of(constant(0.1f, 9_000)),
                    new Window(constant(0.3f, 20_000), 500, 9_000),
                    Window.of(constant(0.01f, 9_000)));
            List<Answer> together = model.ask(windows);

            for (int i = 0; i < windows.size(); i++) {
                assertThat(scores(together.get(i))).isEqualTo(scores(model.ask(windows.get(i))));
            }
        }
    }

    @Test
    void slices_of_a_window_are_rows_and_their_mean_is_the_embedding() throws IOException {
        ModelStore store = CardFiles.store(directory, "slices", "speaker", CardFiles.network("mel-slices"), SLICES);
        try (StatelessModel model = StatelessModel.open(store.cards().find("slices"), store, Execution.ON_CPU)) {
            float[] noise = new float[40_000];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) Math.sin(i * 0.3) * 0.1f;
            }
            float[] embedding = scores(model.ask(Window.of(noise)));
            double squares = 0;
            for (float component : embedding) {
                squares += component * component;
            }

            assertThat(embedding).hasSize(40);
            assertThat(squares).isBetween(0.999, 1.001);
        }
    }

    @ParameterizedTest
    @CsvSource({"3999, TOO_SHORT", "32001, TOO_LONG"})
    void a_window_that_the_model_can_not_use_is_a_failure(int samples, Failure failure) throws IOException {
        try (StatelessModel model = classifier(CLASSIFIER)) {
            assertThat(failure(model.ask(Window.of(new float[samples])))).isEqualTo(failure);
        }
    }

    @Test
    void no_number_that_is_none_gets_in_or_out_and_the_others_of_the_run_are_answered() throws IOException {
        float[] broken = constant(0.1f, 8_000);
        broken[17] = Float.NaN;
        ModelStore store = CardFiles.store(directory, "log", "vad", CardFiles.network("logarithm"), LOGARITHM);
        try (StatelessModel model = StatelessModel.open(store.cards().find("log"), store, Execution.ON_CPU)) {
            List<Answer> answers = model.ask(
                    List.of(Window.of(broken), Window.of(constant(1, 8_000)), Window.of(constant(-0.1f, 8_000))));

            assertThat(failure(answers.get(0))).isEqualTo(Failure.NOT_FINITE);
            assertThat(scores(answers.get(1))).containsExactly(0.049f);
            assertThat(failure(answers.get(2))).isEqualTo(Failure.NOT_FINITE);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: waveform        | name: samples         | has no input 'samples' of floats
            name: logits          | name: scores          | has no output 'scores' of floats
            front_end: waveform   | front_end: kaldi-fbank | its front end kaldi-fbank gives rows of
            front_end: waveform   | front_end: mfcc       | unknown front end 'mfcc'
            expected: [0.143      | expected: [0.9        | fails its self-check on this machine: expected 0.9
            samples: 24000        | samples: 100          | fails its self-check on this machine: TOO_SHORT
            """)
    void a_model_that_is_not_what_its_card_says_is_refused(String key, String instead, String said) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier(CLASSIFIER.replace(key, instead)))
                .withMessageContaining(said);
    }

    @Test
    void another_number_of_classes_is_refused() {
        String four = CLASSIFIER
                .replace("dimensions: 3", "dimensions: 4")
                .replace("quiet]", "quiet, none]")
                .replace("POSITIVE}", "POSITIVE, none: NEUTRAL}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> classifier(four))
                .withMessageContainingAll("answers [-1, 3] in 'logits'", "[batch, 4]");
    }

    @Test
    void bytes_that_are_no_network_are_refused_by_hash() throws IOException {
        ModelStore store = CardFiles.store(directory, "classifier", "emotion", new byte[] {1, 2, 3}, CLASSIFIER);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatelessModel.open(store.cards().find("classifier"), store, Execution.ON_CPU))
                .withMessageContainingAll(
                        "model classifier, SHA-256 039058c6f2c0cb49", "is no model that ONNX Runtime can open");
    }

    @Test
    void without_a_gpu_it_runs_on_the_cpu_and_says_why() throws IOException {
        var wanted = new Execution(List.of(Provider.CUDA, Provider.CPU), 1L << 30);
        ModelStore store = CardFiles.store(
                directory, "classifier", "emotion", CardFiles.network("waveform-classifier"), CLASSIFIER);
        try (StatelessModel model = StatelessModel.open(store.cards().find("classifier"), store, wanted)) {
            assertThat(model.provider()).isEqualTo(Provider.CPU);
            assertThat(model.fallbacks()).singleElement().asString().startsWith("CUDA: ");
        }
    }

    @Test
    void a_restart_loop_leaves_no_session() throws IOException {
        for (int i = 0; i < 5; i++) {
            classifier(CLASSIFIER).close();
            assertThat(ModelSession.open()).isZero();
        }
    }

    private StatelessModel classifier(String card) throws IOException {
        ModelStore store =
                CardFiles.store(directory, "classifier", "emotion", CardFiles.network("waveform-classifier"), card);
        return StatelessModel.open(store.cards().find("classifier"), store, Execution.ON_CPU);
    }

    private static float[] constant(float value, int length) {
        float[] samples = new float[length];
        Arrays.fill(samples, value);
        return samples;
    }

    private static float[] scores(Answer answer) {
        return ((Answer.Scored) answer).values();
    }

    private static Failure failure(Answer answer) {
        return ((Answer.Failed) answer).failure();
    }
}
