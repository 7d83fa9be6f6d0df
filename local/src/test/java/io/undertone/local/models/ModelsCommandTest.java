package io.undertone.local.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path directory;

    private ModelShelf shelf;
    private ModelsCommands models;

    @BeforeEach
    void aShelf() throws IOException {
        shelf = ModelShelf.in(directory);
        models = new ModelsCommands(shelf);
    }

    @Test
    void the_list_says_of_each_card_whether_its_file_is_right() throws IOException {
        shelf.add("gone", ModelShelf.LOUDNESS.replace("{uri: %s}", "{uri: %s.gone}"), "waveform-classifier", 0);
        shelf.addAltered("other");
        Files.writeString(directory.resolve("cards/torn.yaml"), "id: torn\n");
        assertThat(models.run("list")).isZero();
        assertThat(models.out())
                .containsPattern("bands +1 +speaker +verified .*mel-slices.onnx +Apache-2.0")
                .containsPattern("gone +1 +emotion +missing ")
                .containsPattern("loudness +1 +emotion +verified ")
                .containsPattern("other +1 +emotion +altered ")
                .containsPattern("torn +no card +.*no key 'version'");
    }

    @Test
    void the_list_names_the_lexicons_too() {
        assertThat(models.run("list")).isZero();
        assertThat(models.out())
                .containsPattern("vader-sentiment +3.3.2 +lexicon +missing +vaderSentiment.*lexicon.txt +MIT")
                .containsPattern("better-profanity +0.7.0 +lexicon ");
    }

    @Test
    void all_cards_are_verified_unless_some_are_named() {
        assertThat(models.run("verify")).as(models.out()).isZero();
        assertThat(models.out().lines())
                .containsExactly(
                        "bands is in order: hash, signature and self-check, on the CPU",
                        "loudness is in order: hash, signature and self-check, on the CPU");
        assertThat(models.run("verify", "loudness")).isZero();
        assertThat(models.out().lines()).hasSize(1);
    }

    @Test
    void another_file_than_the_cards_is_a_problem_with_both_hashes() throws IOException {
        shelf.addAltered("other");
        assertThat(models.run("verify")).isEqualTo(1);
        assertThat(models.out()).contains("PROBLEM model other", "expected SHA-256 f000", "loudness is in order");
    }

    @Test
    void an_answer_that_the_card_does_not_expect_is_a_problem() throws IOException {
        shelf.add("moody", ModelShelf.LOUDNESS, "waveform-classifier", 0.123);
        assertThat(models.run("verify", "moody")).isEqualTo(1);
        assertThat(models.out())
                .contains("PROBLEM model moody fails its self-check", "expected 0.123", "begins [0.143, ");
    }

    @Test
    void a_network_with_other_inputs_is_a_problem() throws IOException {
        shelf.add("strange", ModelShelf.LOUDNESS, "logarithm", 0);
        assertThat(models.run("verify", "strange")).isEqualTo(1);
        assertThat(models.out()).contains("PROBLEM model strange");
    }

    @Test
    void an_unknown_card_is_wrong_use() {
        assertThat(models.run("verify", "nobody")).isEqualTo(2);
        assertThat(models.err()).contains("no model card nobody").contains("there are: bands, loudness");
    }

    @Test
    void what_was_fetched_is_verified() throws IOException {
        shelf.add("moody", ModelShelf.LOUDNESS, "waveform-classifier", 0.123);
        assertThat(models.run("fetch")).as(models.err()).isEqualTo(1);
        assertThat(models.out()).contains("loudness is in order", "PROBLEM model moody");
    }

    @Test
    void a_recording_is_told_window_by_window() throws IOException {
        Path file = directory.resolve("call.wav");
        new Tone(700, 0.5, 5.2).write(file);
        assertThat(models.run("predict", "emotion", file, "--card", "loudness"))
                .as(models.err())
                .isZero();
        assertThat(models.out().lines().map(line -> line.replaceAll("[01]\\.\\d{3}", "#")))
                .containsExactly(
                        "from     to       label   score   mood       score",
                        "0:00.0   0:03.0   angry   #   NEGATIVE   #",
                        "0:01.0   0:04.0   angry   #   NEGATIVE   #",
                        "0:02.0   0:05.0   angry   #   NEGATIVE   #");
    }

    @Test
    void a_recording_that_is_too_short_says_so() throws IOException {
        Path file = directory.resolve("call.wav");
        new Tone(700, 0.5, 0.3).write(file);
        assertThat(models.run("predict", "emotion", file, "--card", "loudness")).isEqualTo(1);
        assertThat(models.out()).contains("TOO_SHORT: 0.300 s, the model needs 0.5 s");
    }

    @Test
    void what_is_no_recording_is_wrong_use() throws IOException {
        Path file = Files.writeString(directory.resolve("call.txt"), "hello");
        assertThat(models.run("predict", "emotion", file, "--card", "loudness")).isEqualTo(2);
        assertThat(models.err()).contains("call.txt", "WAV, FLAC and MP3");
        assertThat(models.run("predict", "emotion", "nothing.wav", "--card", "loudness"))
                .isEqualTo(2);
        assertThat(models.err()).contains("there is no file nothing.wav");
    }
}
