package io.undertone.local.models;

import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A directory of models that are next to nothing: the networks that the tests of {@code udfs} run, with cards. */
record ModelShelf(Path directory) {
    /** Loud is angry, soft is neutral; nothing is happy. */
    static final String LOUDNESS = """
            id: %s
            version: "1"
            task: emotion
            source: {uri: %s}
            sha256: %s
            licence: Apache-2.0
            origin: a test
            input: {name: waveform, front_end: waveform, sample_rate: 16000, min_seconds: 0.5, max_seconds: 10}
            output: {name: logits, dimensions: 3, activation: softmax}
            labels: [angry, happy, neutral]
            mapping: {angry: NEGATIVE, happy: POSITIVE, neutral: NEUTRAL}
            self_check: {samples: 24000, expected: [%s], tolerance: 0.002}
            """;

    /** What the first output is of the check signal. */
    static final double LOUDNESS_OF_CHECK_SIGNAL = 0.143;

    private static final double BANDS_OF_CHECK_SIGNAL = 0.0004;

    /** A voice is the bands in which it is loud. */
    private static final String BANDS = """
            id: %s
            version: "1"
            task: speaker
            source: {uri: %s}
            sha256: %s
            licence: Apache-2.0
            origin: a test
            input: {name: mel, front_end: ge2e-mel, sample_rate: 16000, min_seconds: 1.6, max_seconds: 4}
            output: {name: embedding, dimensions: 40, activation: none}
            self_check: {samples: 24000, expected: [%s], tolerance: 0.002}
            """;

    static ModelShelf in(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("cards"));
        var shelf = new ModelShelf(directory);
        shelf.add("loudness", LOUDNESS, "waveform-classifier", LOUDNESS_OF_CHECK_SIGNAL);
        shelf.add("bands", BANDS, "mel-slices", BANDS_OF_CHECK_SIGNAL);
        return shelf;
    }

    /** Another card of one of the networks. */
    Path add(String id, String card, String network, double expected) throws IOException {
        Path onnx = ProjectRoot.path().resolve("udfs/src/test/resources/models").resolve(network + ".onnx");
        String hash = sha256(Files.readAllBytes(onnx));
        return Files.writeString(card(id), card.formatted(id, onnx, hash, expected));
    }

    /** Where a card lies. */
    Path card(String id) {
        return directory.resolve("cards").resolve(id + ".yaml");
    }

    /** A card of a file that its network is not. */
    void addAltered(String id) throws IOException {
        add(id, LOUDNESS.replace("sha256: %s", "sha256: %.0sf" + "0".repeat(63)), "waveform-classifier", 0);
    }

    /** The options that have commands use this shelf. */
    List<String> options() {
        return List.of("--set=models.directory=" + directory, "--set=models.cache=" + directory.resolve("cache"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
