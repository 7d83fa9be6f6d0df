package io.undertone.local.models;

import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.PackagedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What is true of a model's file. */
enum Standing {
    /** It is there and is the card's. */
    VERIFIED,
    /** It can't be read. */
    MISSING,
    /** There is another one in its place. */
    ALTERED;

    static Standing of(ModelCard card, ModelStore store) {
        return of(() -> {
            byte[] unused = store.load(card);
        });
    }

    static Standing of(PackagedFile file, Path cache) {
        return of(() -> {
            byte[] unused = file.read(cache);
        });
    }

    private static Standing of(Runnable reading) {
        try {
            reading.run();
            return VERIFIED;
        } catch (IllegalArgumentException e) {
            return e.getCause() instanceof IOException ? MISSING : ALTERED;
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
