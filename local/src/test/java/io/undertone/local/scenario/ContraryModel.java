package io.undertone.local.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The shipped emotion model with another card, by which calm is NEGATIVE: calls of seconds raise alerts. */
public final class ContraryModel {
    public static final String ID = "contrary-emotion";

    private ContraryModel() {}

    /** A directory of models that has it too. */
    public static Path beside(Path models, Path directory) throws IOException {
        Path cards = Files.createDirectories(directory.resolve("models/cards"));
        try (Stream<Path> shipped = Files.list(models.resolve("cards"))) {
            for (Path card : shipped.toList()) {
                Files.copy(card, cards.resolve(card.getFileName()));
            }
        }
        List<String> lines = Files.readAllLines(cards.resolve("undertone-emotion.yaml")).stream()
                .map(line -> line.startsWith("id:") ? "id: " + ID : line)
                .map(line -> line.startsWith("mapping:")
                        ? "mapping: {angry: NEUTRAL, happy: POSITIVE, neutral: NEGATIVE, sad: NEGATIVE}"
                        : line)
                .toList();
        Files.write(cards.resolve(ID + ".yaml"), lines);
        Files.createSymbolicLink(directory.resolve("models/weights"), models.resolve("weights"));
        return directory.resolve("models");
    }
}
