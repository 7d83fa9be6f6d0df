package io.undertone.udfs.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCardsTest {
    private static final String CARD = """
            id: moods
            version: "2"
            task: emotion
            source: {uri: networks/moods.onnx}
            sha256: 1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3
            licence: none
            origin: a test
            input: {name: waveform, front_end: waveform, sample_rate: 16000, min_seconds: 0.5, max_seconds: 30}
            output: {name: logits, dimensions: 3, activation: softmax}
            labels: [anger, calm, joy]
            mapping: {anger: NEGATIVE, calm: neutral, joy: POSITIVE}
            thresholds: {enter: 0.6}
            self_check: {samples: 24000, expected: [0.1, 0.2, 0.7], tolerance: 0.01}
            """;

    @TempDir
    Path directory;

    @Test
    void a_card_says_all_that_running_a_model_takes() throws IOException {
        ModelCard card = ModelCards.read(CardFiles.write(directory, "moods", CARD));

        assertThat(card.task()).isEqualTo(Task.EMOTION);
        assertThat(card.source().uri())
                .isEqualTo(directory.resolve("cards/networks/moods.onnx").toString());
        assertThat(card.input()).isEqualTo(new ModelInput("waveform", "waveform", 16_000, 0.5, 30, null, false, null));
        assertThat(card.output()).isEqualTo(new ModelOutput("logits", 3, Activation.SOFTMAX));
        assertThat(card.threshold("enter")).isEqualTo(0.6);
        assertThat(card.selfCheck().expected()).containsExactly(0.1f, 0.2f, 0.7f);
    }

    @Test
    void moods_are_sums_over_their_classes() throws IOException {
        String two = CARD.replace("calm: neutral", "calm: NEGATIVE");
        ModelCard card = ModelCards.read(CardFiles.write(directory, "moods", two));

        assertThat(card.moods(new float[] {0.25f, 0.5f, 0.25f}))
                .isEqualTo(Map.of(Mood.NEGATIVE, 0.75, Mood.NEUTRAL, 0.0, Mood.POSITIVE, 0.25));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            licence: none                  | colour: red                  | no key 'licence'
            version: "2"                   | version: "2"\\ncolour: red   | colour
            dimensions: 3                  | dimensions: 4                | labels: need one for each of 4 outputs
            joy: POSITIVE                  | rage: NEGATIVE               | mapping: label joy has no mood
            joy: POSITIVE                  | joy: HAPPY                   | HAPPY
            min_seconds: 0.5               | window: hann, min_seconds: 1 | not one of the values accepted for Enum class
            sample_rate: 16000             | sample_rate: 44100           | need a sample_rate of 8000 or 16000, got 44100
            min_seconds: 0.5               | min_seconds: 31              | need 0 < min_seconds <= max_seconds
            1a153a22                       | 1A153A22                     | need 64 lower-case hexadecimal digits
            uri: networks/moods.onnx       | package: a.whl               | package and entry go together
            uri: networks/moods.onnx       | uri: a, repository: b        | need one of repository, package and uri
            id: moods                      | id: mood                     | id mood is not the file's name
            tolerance: 0.01                | tolerance: 0                 | a tolerance above 0
            """)
    void what_a_card_can_not_mean_is_refused_by_file_and_key(String key, String instead, String said)
            throws IOException {
        Path file = CardFiles.write(directory, "moods", CARD.replace(key, instead.replace("\\n", "\n")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModelCards.read(file))
                .withMessageContaining("model card " + file + ": ")
                .withMessageContaining(said);
    }

    @Test
    void an_unknown_card_is_named_with_those_there_are() throws IOException {
        CardFiles.write(directory, "moods", CARD);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ModelCards(directory).find("voices"))
                .withMessageContainingAll("no model card voices at", "there are: moods");
    }

    @Test
    void the_cards_that_ship_can_be_read() {
        Path models = Path.of(System.getProperty("undertone.root", ".."), "models");

        assertThat(new ModelCards(models).all())
                .extracting(ModelCard::id)
                .contains("silero-vad", "undertone-emotion", "undertone-speaker");
    }
}
