package io.undertone.udfs.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Stores of one model each, made by tests. */
public final class CardFiles {
    /** A card that is complete; {@code %s}: id, task, SHA-256, and what stands behind. */
    private static final String CARD = """
            id: %s
            version: "1"
            task: %s
            source: {repository: weights/model.onnx}
            sha256: %s
            licence: none
            origin: a test
            """;

    private static final String PLAIN = """
            input: {name: samples, front_end: waveform, sample_rate: 8000, min_seconds: 0.5, max_seconds: 4}
            output: {name: output, dimensions: 1, activation: none}
            self_check: {samples: 8000, expected: [0.5], tolerance: 0.001}
            """;

    private CardFiles() {}

    /** A store whose only model has an otherwise plain card. */
    public static ModelStore store(Path directory, String id, String task, byte[] onnx) throws IOException {
        return store(directory, id, task, onnx, PLAIN);
    }

    /** A store whose only model has the given input, output, labels and self-check. */
    public static ModelStore store(Path directory, String id, String task, byte[] onnx, String rest)
            throws IOException {
        Files.createDirectories(directory.resolve("cards"));
        Files.createDirectories(directory.resolve("weights"));
        Files.write(directory.resolve("weights/model.onnx"), onnx);
        write(directory, id, CARD.formatted(id, task, Sha256.of(onnx)) + rest);
        return new ModelStore(directory, directory.resolve("cache"), RemoteFiles.NONE);
    }

    /** Writes a card's file. */
    public static Path write(Path directory, String id, String content) throws IOException {
        Path cards = Files.createDirectories(directory.resolve("cards"));
        return Files.writeString(cards.resolve(id + ".yaml"), content);
    }

    /** A network among the test's resources. */
    public static byte[] network(String name) throws IOException {
        try (InputStream in = CardFiles.class.getResourceAsStream("/models/" + name + ".onnx")) {
            return Objects.requireNonNull(in, "no network " + name).readAllBytes();
        }
    }
}
