package io.undertone.local.models;

import io.undertone.job.config.ModelsConfig;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import io.undertone.udfs.model.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone models verify}: what would keep a job from using a model. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Opens models as the jobs do: hash, inputs and outputs, and the answer that the card expects.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Parameters(paramLabel = "CARD", arity = "0..*", description = "Ids or .yaml files (default: all cards).")
    private List<String> cards = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ModelsConfig loaded = config.loadModels(spec);
        ModelStore store = loaded.directories().store(new FlinkFiles());
        for (String card : cards) {
            WrongUse.guard(spec, () -> store.cards().file(card));
        }
        var verification = new Verification(store, loaded.execution());
        List<String> wanted = cards.isEmpty() ? store.cards().ids() : cards;
        return verification.of(wanted, spec.commandLine().getOut()) ? 0 : 1;
    }
}
