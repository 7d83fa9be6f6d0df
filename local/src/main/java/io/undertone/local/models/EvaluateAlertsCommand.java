package io.undertone.local.models;

import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.OutputFile;
import io.undertone.local.command.WrongUse;
import io.undertone.local.console.ProgressLine;
import io.undertone.udfs.model.Task;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone models evaluate alerts}: whether somebody is told in time, and how often for nothing. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = {
            "Plays calls whose moods are known through what the live leg does, and counts alerts.",
            "Every voice is judged by a model that has not heard it; real calls by the one that ships."
        })
final class EvaluateAlertsCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--folds",
            required = true,
            paramLabel = "DIR",
            description = "Models that lack voices: what models/recipes/fold_emotion.py wrote.")
    private Path folds = Path.of("");

    @Option(
            names = "--audio",
            required = true,
            paramLabel = "DIR",
            description =
                    "Recordings as DIR/emodb/LABEL/*, DIR/librispeech/READER-*, and legs of calls as DIR/calls/*.")
    private Path audio = Path.of("");

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of the calls that are made (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--orders",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Makes calls of the same clips in so many orders, by seeds from --seed on, to show what chance does"
                            + " (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--card",
            defaultValue = EvaluateEmotionCommand.SHIPPED,
            paramLabel = "CARD",
            description = "The model for real calls: id of a card, or a .yaml file (default: ${DEFAULT-VALUE}).")
    private String card = "";

    @Option(
            names = "--customer-minutes",
            defaultValue = "2",
            paramLabel = "N",
            description = "How long a customer speaks in a call, for what a thousand calls bring"
                    + " (default: ${DEFAULT-VALUE}).")
    private double customerMinutes;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, rates as fractions.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var models = config.loadModels(spec);
        Path report = WrongUse.guard(spec, () -> OutputFile.require("--json", json));
        ModelInUse shipped = WrongUse.guard(spec, () -> ModelInUse.of(models, card, Task.EMOTION));
        AlertTrial trial = WrongUse.guard(spec, () -> {
            var planned = new AlertTrial(models);
            planned.plan(new AlertAudio(audio), Folds.in(folds), shipped, seed, orders);
            return planned;
        });
        AlertResults results = run(trial);
        PrintWriter out = spec.commandLine().getOut();
        new AlertSheet(shipped, seed, customerMinutes, results).lines().forEach(out::println);
        out.flush();
        if (report != null) {
            Figures.write(report, new AlertFigures(seed, customerMinutes, results).figures());
        }
        return 0;
    }

    private AlertResults run(AlertTrial trial) throws Exception {
        boolean terminal = Boolean.getBoolean("undertone.terminal");
        try (var progress = new ProgressLine(spec.commandLine().getErr(), terminal, System::nanoTime)) {
            return trial.run(progress);
        }
    }
}
