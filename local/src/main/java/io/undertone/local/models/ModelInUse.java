package io.undertone.local.models;

import io.undertone.job.config.ModelsConfig;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.Task;

/** A card, where its file comes from, and what it runs on. */
record ModelInUse(ModelCard card, ModelStore store, Execution execution) {
    /**
     * Of a configuration.
     *
     * @throws IllegalArgumentException if there is no such card, or it is for something else
     */
    static ModelInUse of(ModelsConfig config, String idOrFile, Task task) {
        ModelStore store = config.directories().store(new FlinkFiles());
        ModelCard card = store.cards().find(idOrFile);
        if (card.task() != task) {
            throw new IllegalArgumentException(
                    "model %s is for the task %s, need one for %s".formatted(card.id(), card.task(), task));
        }
        return new ModelInUse(card, store, config.execution());
    }

    /** For one thread; its session is shared. */
    StatelessModel open() {
        return StatelessModel.open(card, store, execution);
    }

    @Override
    public String toString() {
        return "%s, version %s".formatted(card.id(), card.version());
    }
}
