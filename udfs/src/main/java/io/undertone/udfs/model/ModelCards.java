package io.undertone.udfs.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads model cards. An unknown or missing key is refused by card and name. */
public final class ModelCards {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Keys that a card may leave out, and what that means. */
    private static final Map<String, String> DEFAULTS =
            Map.of("labels", "[]", "mapping", "{}", "thresholds", "{}", "prior", "{}", "quality", "{}");

    private static final List<String> REQUIRED =
            List.of("id", "version", "task", "source", "sha256", "licence", "origin", "input", "output", "self_check");

    private final Path directory;

    /** Cards lie in {@code cards/*.yaml} of the models' directory. */
    public ModelCards(Path modelsDirectory) {
        this.directory = modelsDirectory.resolve("cards");
    }

    /** The ids of all cards, whether or not these can be read. */
    public List<String> ids() {
        return files().map(ModelCards::idOf).toList();
    }

    /** All cards, by id. */
    public List<ModelCard> all() {
        return files().map(ModelCards::read).toList();
    }

    /** The card of that id, or in that file: a name that ends in {@code .yaml} is a file. */
    public ModelCard find(String idOrFile) {
        return read(file(idOrFile));
    }

    /**
     * Where that card is.
     *
     * @throws IllegalArgumentException naming the cards that there are, if it is none of them
     */
    public Path file(String idOrFile) {
        Path file = idOrFile.endsWith(".yaml") ? Path.of(idOrFile) : directory.resolve(idOrFile + ".yaml");
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "no model card %s at %s; there are: %s".formatted(idOrFile, file, String.join(", ", ids())));
        }
        return file;
    }

    /**
     * The card in a file. A relative {@code uri} is taken from the card's own directory.
     *
     * @throws IllegalArgumentException naming file, key, and what was expected
     */
    public static ModelCard read(Path file) {
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (!(tree instanceof ObjectNode card)) {
                throw new IllegalArgumentException("model card %s is no YAML mapping".formatted(file));
            }
            return checked(file, YAML.treeToValue(complete(file, card), ModelCard.class));
        } catch (JsonMappingException e) {
            throw refused(file, e.getCause() instanceof IllegalArgumentException bad ? bad : e);
        } catch (JacksonException | IllegalArgumentException e) {
            throw refused(file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("model card %s can't be read".formatted(file), e);
        }
    }

    private static IllegalArgumentException refused(Path file, Exception cause) {
        String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new IllegalArgumentException("model card %s: %s".formatted(file, first), cause);
    }

    private static ObjectNode complete(Path file, ObjectNode card) throws JacksonException {
        for (String key : REQUIRED) {
            if (!card.hasNonNull(key)) {
                throw new IllegalArgumentException("no key '%s'; a card needs %s".formatted(key, REQUIRED));
            }
        }
        for (Map.Entry<String, String> absent : DEFAULTS.entrySet()) {
            if (!card.hasNonNull(absent.getKey())) {
                card.set(absent.getKey(), YAML.readTree(absent.getValue()));
            }
        }
        if (card.get("source") instanceof ObjectNode source) {
            if (source.has("package")) {
                source.set("package_file", source.remove("package"));
            }
            String uri = source.path("uri").asText("");
            if (!uri.isEmpty() && !uri.contains(":")) {
                source.put(
                        "uri",
                        file.toAbsolutePath().resolveSibling(uri).normalize().toString());
            }
        }
        if (card.get("input") instanceof ObjectNode input && !input.has("padded")) {
            input.put("padded", false);
        }
        return card;
    }

    private static ModelCard checked(Path file, ModelCard card) {
        if (!card.id().equals(idOf(file))) {
            throw new IllegalArgumentException("id %s is not the file's name".formatted(card.id()));
        }
        return card;
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".yaml".length());
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new IllegalArgumentException("no directory of model cards at %s".formatted(directory), e);
        }
    }
}
