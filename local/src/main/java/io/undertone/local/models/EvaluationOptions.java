package io.undertone.local.models;

import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.OutputFile;
import io.undertone.local.command.WrongUse;
import io.undertone.local.console.ProgressLine;
import io.undertone.udfs.model.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What both evaluations are told. */
final class EvaluationOptions {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--card",
            paramLabel = "CARD",
            description = "The model: id of a card, or a .yaml file (default: the one that ships).")
    private @Nullable String card;

    @Option(names = "--telephone", description = "Send the recordings through the telephone channel.")
    private boolean telephone;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, rates as fractions.")
    private @Nullable Path json;

    ModelInUse model(CommandSpec spec, Task task, String shipped) throws Exception {
        var loaded = config.loadModels(spec);
        return WrongUse.guard(spec, () -> ModelInUse.of(loaded, card == null ? shipped : card, task));
    }

    @Nullable
    Path json(CommandSpec spec) throws Exception {
        return WrongUse.guard(spec, () -> OutputFile.require("--json", json));
    }

    Line line() {
        return Line.of(telephone);
    }

    /** Asks the model about all recordings, with progress and then what was skipped on the console's error stream. */
    <T> List<T> hear(CommandSpec spec, ModelInUse model, List<Sample> samples, Crew.Ear<T> ear, Skips skips)
            throws IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        boolean terminal = Boolean.getBoolean("undertone.terminal");
        List<T> heard;
        try (var crew = Crew.of(model);
                var progress = new ProgressLine(err, terminal, System::nanoTime)) {
            heard = crew.hear(samples, ear, skips, progress);
        }
        skips.print(err);
        return heard;
    }
}
