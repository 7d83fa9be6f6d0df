package io.undertone.local.models;

import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import io.undertone.udfs.evaluation.Cuts;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone models predict emotion}: what a model hears in a recording, window by window. */
@Command(
        name = "emotion",
        mixinStandardHelpOptions = true,
        description = "Likeliest label and mood of each window of three seconds, one second apart.")
final class PredictEmotionCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--card",
            paramLabel = "CARD",
            defaultValue = EvaluateEmotionCommand.SHIPPED,
            description = "The model: id of a card, or a .yaml file (default: ${DEFAULT-VALUE}).")
    private String card = "";

    @Parameters(paramLabel = "FILE", description = "A recording: WAV, FLAC or MP3, of any rate.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var loaded = config.loadModels(spec);
        ModelInUse inUse = WrongUse.guard(spec, () -> ModelInUse.of(loaded, card, Task.EMOTION));
        float[] samples = WrongUse.guard(spec, this::samples);
        PrintWriter out = spec.commandLine().getOut();
        try (var model = inUse.open()) {
            List<Window> windows = Cuts.hops(samples);
            List<Answer> answers = windows.stream().map(model::ask).toList();
            MoodSheet.of(inUse.card(), windows, answers).forEach(out::println);
            return answers.stream().anyMatch(Answer.Scored.class::isInstance) ? 0 : 1;
        }
    }

    private float[] samples() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        return Line.CLEAN.hear(file);
    }
}
