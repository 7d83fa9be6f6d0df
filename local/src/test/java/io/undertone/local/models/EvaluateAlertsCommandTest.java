package io.undertone.local.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By a model that takes everything for anger, on somebody who reads aloud for ten seconds. */
class EvaluateAlertsCommandTest {
    private static final String LOUD = ModelShelf.LOUDNESS + "prior: {angry: 0, happy: 0, neutral: 1}\n";
    private static final String FURIOUS =
            LOUD.replace("happy: POSITIVE, neutral: NEUTRAL}", "happy: NEGATIVE, neutral: NEGATIVE}");

    @TempDir
    private Path directory;

    private ModelsCommands models;
    private Path folds;
    private Path audio;
    private Path report;

    @BeforeEach
    void aShelf() throws IOException {
        ModelShelf shelf = ModelShelf.in(directory.resolve("models"));
        shelf.add("furious", FURIOUS, "waveform-classifier", ModelShelf.LOUDNESS_OF_CHECK_SIGNAL);
        shelf.add("loud", LOUD, "waveform-classifier", ModelShelf.LOUDNESS_OF_CHECK_SIGNAL);
        addDetector(shelf);
        models = new ModelsCommands(shelf);
        folds = Objects.requireNonNull(shelf.card("furious").getParent());
        audio = directory.resolve("audio");
        report = directory.resolve("alerts.json");
        for (String name : List.of(
                "emodb/Angry/07a01Wa.flac",
                "emodb/Angry/07b02Wa.flac",
                "emodb/Happy/07a02Fa.flac",
                "librispeech/26-495-0000.flac",
                "calls/call_agent.flac",
                "calls/call_caller.flac")) {
            speak(name);
        }
        deal("07", "26");
    }

    @Test
    void stretches_that_were_alerted_and_alerts_for_nothing_are_counted() throws IOException {
        assertThat(evaluate()).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.get("angry_stretches").intValue()).isEqualTo(1);
        assertThat(figures.get("detection").doubleValue()).isEqualTo(1);
        assertThat(figures.get("delay_median_s").doubleValue()).isBetween(4.0, 7.0);
        JsonNode falseAlerts = figures.get("false_alerts");
        assertThat(falseAlerts.at("/acted/frustration").intValue()).isZero();
        assertThat(falseAlerts.at("/read/frustration").intValue()).isEqualTo(1);
        assertThat(falseAlerts.at("/happy/frustration").intValue()).isEqualTo(1);
        assertThat(falseAlerts.at("/real/calls").intValue())
                .as("customers, not agents")
                .isEqualTo(1);
        assertThat(falseAlerts.at("/all_calm/calls").intValue()).isEqualTo(3);
        assertThat(models.out()).contains("alerted: 1 of 1 angry stretches, 100.00 %");
    }

    @Test
    void what_a_thousand_calls_bring_follows_from_how_long_customers_speak() throws IOException {
        assertThat(evaluate("--customer-minutes", "1")).as(models.err()).isZero();
        double one = ModelsCommands.json(report).get("at_most_in_1000_calls").doubleValue();
        assertThat(evaluate("--customer-minutes", "3")).as(models.err()).isZero();
        assertThat(ModelsCommands.json(report).get("at_most_in_1000_calls").doubleValue())
                .isCloseTo(3 * one, within(0.01));
    }

    @Test
    void other_orders_show_what_chance_does_and_count_nowhere_else() throws IOException {
        assertThat(evaluate("--orders", "3", "--seed", "5")).as(models.err()).isZero();
        JsonNode figures = ModelsCommands.json(report);
        assertThat(figures.get("other_orders").findValuesAsText("seed")).containsExactly("6", "7");
        assertThat(figures.get("other_orders").findValuesAsText("detection")).containsOnly("1.0");
        assertThat(figures.get("angry_stretches").intValue()).isEqualTo(1);
        assertThat(figures.at("/false_alerts/acted/calls").intValue()).isEqualTo(1);
        assertThat(models.out()).contains("the same clips in 2 other orders: alerted 1 1, median delays");
    }

    @Test
    void an_actor_whom_every_model_has_heard_is_refused() throws IOException {
        deal("08", "26");
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("no fold", "without actor 07");
    }

    @Test
    void a_reader_whom_every_model_has_heard_is_refused() throws IOException {
        deal("07", "28");
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("no fold", "without reader 26");
    }

    @Test
    void a_directory_without_folds_is_refused_with_what_makes_them() throws IOException {
        Files.delete(folds.resolve("folds.json"));
        assertThat(evaluate()).isEqualTo(2);
        assertThat(models.err()).contains("fold_emotion.py");
    }

    private int evaluate(String... more) {
        Object[] arguments = Stream.concat(
                        Stream.of("evaluate", "alerts", "--folds", folds, "--audio", audio, "--card", "loud"),
                        Stream.concat(Stream.of("--json", report), Stream.of(more)))
                .toArray();
        return models.run(arguments);
    }

    private void deal(String actor, String reader) throws IOException {
        Files.writeString(
                folds.resolve("folds.json"),
                "{\"folds\": [{\"card\": \"furious.yaml\", \"actors\": [\"%s\"], \"readers\": [\"%s\"]}]}"
                        .formatted(actor, reader));
    }

    private void speak(String name) throws IOException {
        Path reading = ProjectRoot.path()
                .resolve("../shared/audio/librispeech/26-495-0000.flac")
                .normalize();
        assertThat(reading)
                .as("the recordings belong beside the project, in shared/audio")
                .isRegularFile();
        Files.createDirectories(audio.resolve(name).getParent());
        Files.copy(reading, audio.resolve(name));
    }

    /** The one that ships: these tests are about somebody who speaks. */
    private static void addDetector(ModelShelf shelf) throws IOException {
        Path shipped = ProjectRoot.path().resolve("models");
        Files.copy(shipped.resolve("cards/silero-vad.yaml"), shelf.card("silero-vad"));
        Path cache = Files.createDirectories(shelf.directory().resolve("cache"));
        try (Stream<Path> wheels = Files.list(shipped.resolve(".cache"))) {
            for (Path wheel :
                    wheels.filter(file -> file.toString().endsWith(".whl")).toList()) {
                Files.copy(wheel, cache.resolve(wheel.getFileName()));
            }
        }
    }
}
