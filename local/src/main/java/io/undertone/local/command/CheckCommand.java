package io.undertone.local.command;

import io.undertone.job.Leg;
import io.undertone.job.LegConverter;
import io.undertone.job.Legs;
import io.undertone.job.access.Access;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.udfs.meaning.lexical.Lexicons;
import io.undertone.udfs.model.ModelStore;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone check}: what would keep the legs from starting, a line each. Changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks configuration, models, topics, database and lake, and changes nothing.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--leg",
            paramLabel = "LEG",
            converter = LegConverter.class,
            description = "And whether the services let this leg do what it needs, with the configuration's own users.")
    private @Nullable Leg leg;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        UndertoneConfig loaded = config.load(spec);
        out.println("configuration is in order");
        boolean modelsAreGood = models(loaded, out);
        Summary services = Migration.check(loaded);
        out.println(services);
        return modelsAreGood && services.ok() && access(loaded, out) ? 0 : 1;
    }

    private boolean access(UndertoneConfig config, PrintWriter out) throws InterruptedException {
        if (leg == null) {
            return true;
        }
        List<String> refusals = Access.refusals(leg, config);
        refusals.forEach(refusal -> out.println("PROBLEM " + refusal));
        return refusals.isEmpty();
    }

    private static boolean models(UndertoneConfig config, PrintWriter out) {
        try {
            for (Leg leg : Leg.values()) {
                Legs.requireModels(leg, config);
            }
            ModelStore store = config.models().directories().store(new FlinkFiles());
            for (String card : List.of(
                    "silero-vad", config.models().speaker(), config.models().emotion())) {
                out.println("model %s is in order, SHA-256 %s"
                        .formatted(card, store.cards().find(card).sha256()));
            }
            Lexicons.ALL.forEach(lexicon -> out.println("lexicon %s is in order, SHA-256 %s"
                    .formatted(lexicon.id(), lexicon.file().sha256())));
            return true;
        } catch (IllegalArgumentException e) {
            out.println("PROBLEM " + e.getMessage());
            return false;
        }
    }
}
