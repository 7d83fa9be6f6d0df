package io.undertone.local.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateSpeakerCommandTest {
    private static final int ANN = 400;
    private static final int BOB = 1_500;

    @TempDir
    private Path directory;

    private ModelsCommands models;
    private Path data;
    private Path report;

    @BeforeEach
    void aShelf() throws IOException {
        models = new ModelsCommands(ModelShelf.in(directory.resolve("models")));
        data = Files.createDirectories(directory.resolve("data"));
        report = directory.resolve("report.json");
    }

    @Test
    void recordings_by_folder_are_compared_whole_and_by_three_seconds() throws IOException {
        voice("ann/1.wav", ANN, 4);
        voice("ann/2.wav", ANN, 9);
        voice("bob/1.wav", BOB, 4);
        voice("bob/session/2.wav", BOB, 2);
        assertThat(evaluate()).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.fieldNames()).toIterable().containsExactly("eer_whole", "eer_3s", "eer_halves", "pairs");
        assertThat(figures.get("eer_whole").doubleValue()).isZero();
        assertThat(figures.get("eer_3s").doubleValue()).isZero();
        assertThat(figures.get("eer_halves").isNull()).isTrue();
        assertThat(figures.get("pairs").intValue()).isEqualTo(6);
        assertThat(models.out())
                .contains("bands, version 1, clean, at 8 kHz: 4 recordings of 2 speakers")
                .containsPattern("whole recordings +0.00 %");
    }

    @Test
    void one_speaker_under_two_names_is_mistaken_for_two() throws IOException {
        voice("ann/1.wav", ANN, 3);
        voice("ann/2.wav", BOB, 3);
        voice("bob/1.wav", ANN, 3);
        voice("bob/2.wav", BOB, 3);
        assertThat(evaluate()).as(models.err()).isZero();
        assertThat(ModelsCommands.json(report).get("eer_3s").doubleValue()).isGreaterThan(0.4);
    }

    @Test
    void where_no_speaker_has_two_recordings_these_are_cut() throws IOException {
        voice("ann-1.wav", ANN, 6.5);
        voice("bob-1.wav", BOB, 6.5);
        assertThat(evaluate()).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.get("eer_whole").isNull()).isTrue();
        assertThat(figures.get("eer_3s").doubleValue()).isZero();
        assertThat(figures.get("eer_halves").doubleValue()).isZero();
        assertThat(figures.get("pairs").intValue()).isEqualTo(6);
        assertThat(models.out()).contains("which is optimistic");
    }

    @Test
    void what_is_no_audio_is_passed_over_and_what_is_too_short_is_named() throws IOException {
        voice("ann-1.wav", ANN, 4);
        voice("ann-2.wav", ANN, 4);
        voice("bob-1.wav", BOB, 1);
        voice("bob-2.wav", BOB, 4);
        Files.writeString(data.resolve("notes.txt"), "nothing to hear");
        assertThat(evaluate()).as(models.err()).isZero();
        assertThat(models.err())
                .contains("bob-1.wav: 1.000 s, the model needs 1.6 s")
                .doesNotContain("notes.txt");
        assertThat(models.out()).contains("4 recordings of 2 speakers, 1 skipped");
        assertThat(ModelsCommands.json(report).get("pairs").intValue()).isEqualTo(3);
    }

    @Test
    void a_broken_recording_is_named_and_skipped() throws IOException {
        voice("ann-1.wav", ANN, 4);
        voice("ann-2.wav", ANN, 4);
        voice("bob-1.wav", BOB, 4);
        Files.write(data.resolve("bob-2.wav"), "RIFF\0\0\0\0WAVE".getBytes(StandardCharsets.US_ASCII));
        assertThat(evaluate()).as(models.err()).isZero();
        assertThat(models.err()).contains("bob-2.wav");
        assertThat(ModelsCommands.json(report).get("pairs").intValue()).isEqualTo(3);
    }

    @Test
    void one_speaker_can_not_be_told_from_others() throws IOException {
        voice("ann/1.wav", ANN, 4);
        voice("ann/2.wav", ANN, 4);
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("need recordings of two speakers or more", "those of ann alone");
        assertThat(report).doesNotExist();
    }

    @Test
    void a_folder_without_recordings_is_named() throws IOException {
        Files.writeString(data.resolve("notes.txt"), "nothing to hear");
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err())
                .contains("no WAV, FLAC or MP3 recordings in " + data)
                .contains("SPEAKER-*");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(models.run("evaluate", "speaker", "--data", "/nowhere", "--card", "bands"))
                .isEqualTo(2);
        assertThat(models.err()).contains("--data needs a directory, there is none at /nowhere");
    }

    @Test
    void a_model_for_another_task_is_refused() {
        assertThat(models.run("evaluate", "speaker", "--data", data, "--card", "loudness"))
                .isEqualTo(2);
        assertThat(models.err()).contains("model loudness is for the task EMOTION, need one for SPEAKER");
    }

    @Test
    void an_unknown_card_is_refused_with_those_that_there_are() {
        assertThat(models.run("evaluate", "speaker", "--data", data, "--card", "nobody"))
                .isEqualTo(2);
        assertThat(models.err()).contains("no model card nobody").contains("there are: bands, loudness");
    }

    private int evaluate() {
        return models.run("evaluate", "speaker", "--data", data, "--card", "bands", "--json", report);
    }

    private void voice(String name, int hz, double seconds) throws IOException {
        new Tone(hz, 0.3, seconds).write(data.resolve(name));
    }
}
