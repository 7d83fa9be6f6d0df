package io.undertone.schemas;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics of this release, in the order of {@code topics.yaml}. */
public final class Topics {

    private static final Set<String> KNOWN_RECORDS =
            ReleasedSchemas.RECORDS.stream().map(Class::getSimpleName).collect(Collectors.toUnmodifiableSet());

    /** Nothing is guessed: an unknown, missing, repeated or mistyped key is an error. */
    static final ObjectMapper STRICT = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private final Map<String, Topic> byName = new LinkedHashMap<>();

    private Topics(List<Topic> topics) {
        for (Topic topic : topics) {
            if (byName.putIfAbsent(topic.name(), topic) != null) {
                throw new IllegalArgumentException("topic %s is listed twice".formatted(topic.name()));
            }
            if (!KNOWN_RECORDS.containsAll(topic.records())) {
                throw new IllegalArgumentException("topic %s: expected records out of %s, got %s"
                        .formatted(topic.name(), KNOWN_RECORDS.stream().sorted().toList(), topic.records()));
            }
        }
    }

    /** The topics shipped in this jar. */
    public static Topics shipped() {
        try (InputStream in = Objects.requireNonNull(Topics.class.getResourceAsStream("topics.yaml"), "topics.yaml")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource topics.yaml", e);
        }
    }

    static Topics parse(String yaml) {
        try {
            return new Topics(STRICT.readValue(yaml, Listing.class).topics());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("topics.yaml: " + e.getMessage(), e);
        }
    }

    public Collection<Topic> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    public Topic named(String name) {
        Topic topic = byName.get(name);
        if (topic == null) {
            throw new IllegalArgumentException("expected a topic out of %s, got %s".formatted(byName.keySet(), name));
        }
        return topic;
    }

    private record Listing(List<Topic> topics) {}
}
