package io.undertone.job.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Makes the records of a tree in which every key exists. */
final class Binder {
    /** Values of variables and settings are text, so text may become a number; a broken number may not become another. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfigDefaults(
                    numbers -> numbers.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    private Binder() {}

    static <T> T bind(ObjectNode tree, Class<T> type) {
        var missing = new ArrayList<String>();
        collectMissing(new Key("", type, false), tree, missing);
        if (!missing.isEmpty()) {
            throw new InvalidConfigException(
                    "missing %s: give each in the file, as a variable such as UNDERTONE_%s or by --set %s=..."
                            .formatted(String.join(", ", missing), asVariable(missing.get(0)), missing.get(0)));
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (ValueInstantiationException e) {
            throw new InvalidConfigException(
                    path(e) + ": " + Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
        } catch (MismatchedInputException e) {
            throw new InvalidConfigException(
                    "%s: need %s, got '%s'".formatted(path(e), expected(e.getTargetType()), found(tree, e)));
        } catch (JsonProcessingException e) {
            throw new InvalidConfigException("the configuration cannot be bound: " + e.getOriginalMessage(), e);
        }
    }

    private static void collectMissing(Key key, JsonNode found, List<String> missing) {
        boolean absent = found.isNull() || found.isMissingNode();
        if (absent && key.optional()) {
            return;
        }
        if (key.isSection()) {
            key.children().forEach((name, child) -> collectMissing(child, found.path(name), missing));
        } else if (absent) {
            missing.add(key.path());
        } else if (key.isMap() && !key.isMapOfValues()) {
            found.fieldNames().forEachRemaining(name -> collectMissing(key.entry(name), found.path(name), missing));
        }
    }

    private static String asVariable(String path) {
        return path.toUpperCase(Locale.ROOT).replace(".", "__");
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .collect(Collectors.joining("."));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" or "));
        }
        return type == double.class || type == Double.class
                ? "a number"
                : "a whole number (%s)".formatted(type.getSimpleName());
    }

    /** Text holds anything, so what does not fit is never a secret. */
    private static String found(JsonNode tree, JsonMappingException e) {
        JsonNode node = tree;
        for (JsonMappingException.Reference reference : e.getPath()) {
            node = node == null ? MissingNode.getInstance() : node.path(reference.getFieldName());
        }
        return node.asText();
    }
}
