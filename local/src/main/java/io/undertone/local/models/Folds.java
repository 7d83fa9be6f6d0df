package io.undertone.local.models;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Models each of which has not heard some voices, in a directory: who may judge whom. {@code fold_emotion.py} writes them. */
record Folds(Path directory, List<Fold> folds) {
    private static final String MANIFEST = "folds.json";

    /** @throws IllegalArgumentException if there are none, or they can't be read */
    static Folds in(Path directory) throws IOException {
        Path file = directory.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "--folds needs a directory that models/recipes/fold_emotion.py wrote, there is no " + file);
        }
        try {
            return new Folds(
                    directory,
                    new JsonMapper().readValue(file.toFile(), Manifest.class).folds());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /** The card of the model that has not heard this actor. */
    String ofActor(String actor) {
        return card("actor", actor, Fold::actors);
    }

    /** The card of a model that has not heard this reader. */
    String ofReader(String reader) {
        return card("reader", reader, Fold::readers);
    }

    private String card(String who, String name, Function<Fold, List<String>> unheard) {
        for (Fold fold : folds) {
            if (unheard.apply(fold).contains(name)) {
                return directory.resolve(fold.card()).toString();
            }
        }
        throw new IllegalArgumentException("no fold in %s has been made without %s %s".formatted(directory, who, name));
    }

    /**
     * One model.
     *
     * @param card its file, beside the manifest
     * @param actors whom it has not heard
     * @param readers whom it has not heard either
     */
    record Fold(String card, List<String> actors, List<String> readers) {}

    private record Manifest(List<Fold> folds) {}
}
