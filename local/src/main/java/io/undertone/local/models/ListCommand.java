package io.undertone.local.models;

import io.undertone.job.config.ModelsConfig;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.console.Grid;
import io.undertone.udfs.meaning.lexical.Lexicon;
import io.undertone.udfs.meaning.lexical.Lexicons;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code undertone models list}: a line for each card, and for each lexicon, which needs none. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists model cards and lexicons, and whether each one's file is there and is the right one.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        ModelsConfig loaded = config.loadModels(spec);
        ModelStore store = loaded.directories().store(new FlinkFiles());
        var models = new Grid().row("model", "version", "task", "file", "source", "licence");
        for (String id : store.cards().ids()) {
            row(models, id, store);
        }
        for (Lexicon lexicon : Lexicons.ALL) {
            Standing standing = Standing.of(lexicon.file(), Path.of(loaded.cache()));
            models.row(lexicon.id(), lexicon.version(), "lexicon", standing, lexicon.file(), lexicon.licence());
        }
        models.lines("").forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private static void row(Grid models, String id, ModelStore store) {
        try {
            ModelCard card = store.cards().find(id);
            String task = card.task().name().toLowerCase(Locale.ROOT);
            models.row(id, card.version(), task, Standing.of(card, store), card.source(), card.licence());
        } catch (IllegalArgumentException e) {
            models.row(id, "", "", "no card", String.valueOf(e.getMessage()));
        }
    }
}
