package io.undertone.local.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateEmotionCommandTest {
    private static final double LOUD = 0.5;
    private static final double SOFT = 0.01;

    @TempDir
    private Path directory;

    private ModelShelf shelf;
    private ModelsCommands models;
    private Path data;
    private Path report;

    @BeforeEach
    void aShelf() throws IOException {
        shelf = ModelShelf.in(directory.resolve("models"));
        models = new ModelsCommands(shelf);
        data = Files.createDirectories(directory.resolve("data"));
        report = directory.resolve("report.json");
    }

    @Test
    void a_recording_is_judged_by_its_label_whatever_its_case() throws IOException {
        clip("Angry/1.wav", LOUD, 4);
        clip("ANGRY/2.wav", SOFT, 2);
        clip("neutral/1.wav", SOFT, 5);
        clip("neutral/2.wav", SOFT, 1);
        assertThat(evaluate()).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.fieldNames())
                .toIterable()
                .contains(
                        "uar",
                        "uar3",
                        "accuracy",
                        "f1_macro",
                        "confusion",
                        "anger_auc_vs_neutral",
                        "anger_recall_at_5pct_fa",
                        "false_alarm_windows_per_10min_of_neutral");
        assertThat(figures.get("uar").doubleValue()).isEqualTo(0.75);
        assertThat(figures.get("accuracy").doubleValue()).isEqualTo(0.75);
        assertThat(figures.get("confusion")).hasToString("[[1,0,1],[0,0,0],[0,0,2]]");
        assertThat(figures.get("anger_auc_vs_neutral").doubleValue()).isEqualTo(0.75);
        assertThat(figures.get("false_alarm_windows_per_10min_of_neutral").doubleValue())
                .isZero();
        assertThat(models.out()).contains("0 of 4 neutral windows at 0.60 or more");
    }

    @Test
    void the_telephone_brings_all_to_one_level() throws IOException {
        clip("angry/1.wav", LOUD, 3);
        clip("neutral/1.wav", SOFT, 3);
        assertThat(evaluate("--telephone")).as(models.err()).isZero();
        assertThat(models.out()).contains("through the telephone channel");
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.get("confusion")).hasToString("[[1,0,0],[0,0,0],[1,0,0]]");
        assertThat(figures.get("false_alarm_windows_per_10min_of_neutral").doubleValue())
                .isEqualTo(600);
    }

    @Test
    void what_needs_neutral_speech_is_null_without_it() throws IOException {
        clip("angry/1.wav", LOUD, 3);
        assertThat(evaluate()).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.get("anger_auc_vs_neutral").isNull()).isTrue();
        assertThat(figures.get("anger_recall_at_5pct_fa").isNull()).isTrue();
        assertThat(figures.get("false_alarm_windows_per_10min_of_neutral").isNull())
                .isTrue();
        assertThat(models.out()).contains("not measured");
    }

    @Test
    void an_unknown_folder_is_refused_with_the_labels_that_there_are() throws IOException {
        clip("fear/1.wav", LOUD, 3);
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("folder fear", "angry, happy, neutral, sad", "--map fear=LABEL");
    }

    @Test
    void folders_stand_for_what_the_map_says() throws IOException {
        clip("fear/1.wav", LOUD, 3);
        clip("calm/1.wav", SOFT, 3);
        clip("surprise/1.wav", SOFT, 3);
        assertThat(evaluate("--map", "Fear=angry,calm=neutral", "--map", "surprise=none"))
                .as(models.err())
                .isZero();
        assertThat(ModelsCommands.json(report).get("confusion")).hasToString("[[1,0,0],[0,0,0],[0,0,1]]");
    }

    @Test
    void a_map_to_nothing_known_is_refused() throws IOException {
        clip("fear/1.wav", LOUD, 3);
        assertThat(evaluate("--map", "fear=furious")).isEqualTo(2);
        assertThat(models.err()).contains("no label 'furious'");
    }

    @Test
    void recordings_without_a_folder_have_no_label() throws IOException {
        clip("1.wav", LOUD, 3);
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("no WAV, FLAC or MP3 recordings").contains("LABEL/*");
    }

    @Test
    void recordings_that_are_all_too_short_fail() throws IOException {
        clip("angry/1.wav", LOUD, 0.2);
        assertThat(evaluate()).isEqualTo(1);
        assertThat(models.err()).contains("0.200 s, the model needs 0.5 s");
    }

    @Test
    void a_report_that_could_not_be_written_is_refused_before_the_work() throws IOException {
        clip("angry/1.wav", LOUD, 3);
        assertThat(models.run("evaluate", "emotion", "--data", data, "--card", "loudness", "--json", "/nowhere/r.json"))
                .isEqualTo(2);
        assertThat(models.err()).contains("--json needs a file in a directory that exists");
    }

    @Test
    void a_card_of_ones_own_may_lie_anywhere() throws IOException {
        clip("angry/1.wav", LOUD, 3);
        Path own = Files.move(shelf.card("loudness"), directory.resolve("loudness.yaml"));
        assertThat(models.run("evaluate", "emotion", "--data", data, "--card", own))
                .as(models.err())
                .isZero();
    }

    private int evaluate(String... more) {
        Object[] arguments = Stream.concat(
                        Stream.of("evaluate", "emotion", "--data", data, "--card", "loudness", "--json", report),
                        Stream.of(more))
                .toArray();
        return models.run(arguments);
    }

    private void clip(String name, double level, double seconds) throws IOException {
        new Tone(700, level, seconds).write(data.resolve(name));
    }
}
