package io.undertone.local.command;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.udfs.speech.SileroWeights;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code undertone check}: what would keep the legs from starting, a line each. Changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks configuration, models, topics, database and lake, and changes nothing.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

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
        return modelsAreGood && services.ok() ? 0 : 1;
    }

    private static boolean models(UndertoneConfig config, PrintWriter out) {
        try {
            SileroWeights.load(Path.of(config.models().directory()));
            out.println("model silero-vad is in order, SHA-256 " + SileroWeights.SHA_256);
            return true;
        } catch (IllegalArgumentException e) {
            out.println("PROBLEM " + e.getMessage());
            return false;
        }
    }
}
