package io.undertone.udfs.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The files of models, accepted by hash only, whatever brought them. What does not lie in the repository is placed in the cache
 * under its hash, where that can be written to, in one move, so that no reader ever sees half a file.
 */
public final class ModelStore {
    private final Path directory;
    private final Path cache;
    private final RemoteFiles remote;

    /**
     * @param directory holds the cards and the weights that the project adapted
     * @param cache holds fetched packages, and is written to if it may be
     */
    public ModelStore(Path directory, Path cache, RemoteFiles remote) {
        this.directory = directory;
        this.cache = cache;
        this.remote = remote;
    }

    /** The cards of this store. */
    public ModelCards cards() {
        return new ModelCards(directory);
    }

    /**
     * The verified file of a model.
     *
     * @throws IllegalArgumentException naming model, file and expected hash if it is missing, unreadable or another file
     */
    public byte[] load(ModelCard card) {
        String repository = card.source().repository();
        try {
            if (repository != null) {
                return verified(card, Files.readAllBytes(directory.resolve(repository)));
            }
            byte[] placed = placed(card);
            if (placed != null) {
                return placed;
            }
            byte[] fetched = verified(card, fetched(card.source()));
            place(card, fetched);
            return fetched;
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "model %s: %s can't be read (%s); expected SHA-256 %s%s"
                            .formatted(card.id(), location(card.source()), e, card.sha256(), remedy(card.source())),
                    e);
        }
    }

    /** Null when there is none, or a damaged one. */
    private byte @Nullable [] placed(ModelCard card) throws IOException {
        Path file = placeOf(card);
        byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        return content != null && Sha256.of(content).equals(card.sha256()) ? content : null;
    }

    /** Where a container may not write to its own files, the next start fetches again. */
    private void place(ModelCard card, byte[] content) {
        Path file = placeOf(card);
        try {
            Files.createDirectories(file.getParent());
            Path half = Files.createTempFile(file.getParent(), card.id(), ".part");
            try {
                Files.write(half, content);
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException notKept) {
            // The file is good, and nobody waits for it to be kept.
        }
    }

    private Path placeOf(ModelCard card) {
        return cache.resolve("placed").resolve(card.sha256() + ".onnx");
    }

    private byte[] fetched(ModelSource source) throws IOException {
        String uri = source.uri();
        if (uri == null) {
            return PackagedFile.entryOf(
                    cache.resolve(String.valueOf(source.packageFile())), String.valueOf(source.entry()));
        }
        if (!uri.contains(":")) {
            return Files.readAllBytes(Path.of(uri));
        }
        URI address = URI.create(uri);
        if ("file".equals(address.getScheme())) {
            return Files.readAllBytes(Path.of(address));
        }
        try (InputStream content = remote.open(address)) {
            return content.readAllBytes();
        }
    }

    private byte[] verified(ModelCard card, byte[] content) {
        String found = Sha256.of(content);
        if (!found.equals(card.sha256())) {
            throw new IllegalArgumentException("model %s: %s holds another file: expected SHA-256 %s, found %s"
                    .formatted(card.id(), location(card.source()), card.sha256(), found));
        }
        return content;
    }

    private String location(ModelSource source) {
        if (source.repository() != null) {
            return directory.resolve(source.repository()).toString();
        }
        return source.uri() != null
                ? source.uri()
                : cache.resolve(source.toString()).toString();
    }

    private static String remedy(ModelSource source) {
        return source.packageFile() == null ? "" : "; models/fetch puts it there";
    }
}
