package io.undertone.job.config;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key that may stand in a configuration, read off the records: a section (a record), a map with keys of the user's own,
 * or a value. {@code path} is empty for the root.
 */
record Key(String path, Type type, boolean optional) {
    static final Key ROOT = new Key("", UndertoneConfig.class, false);

    private static final SnakeCaseStrategy SNAKE_CASE = new SnakeCaseStrategy();

    boolean isSection() {
        return type instanceof Class<?> named && named.isRecord();
    }

    boolean isMap() {
        return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
    }

    boolean isValue() {
        return !isSection() && !isMap();
    }

    /** The keys of a section by name, in the order of its record. */
    Map<String, Key> children() {
        var children = new LinkedHashMap<String, Key>();
        for (RecordComponent component : ((Class<?>) type).getRecordComponents()) {
            String name = SNAKE_CASE.translate(component.getName());
            AnnotatedType annotated = component.getAnnotatedType();
            children.put(
                    name,
                    new Key(below(name), component.getGenericType(), annotated.isAnnotationPresent(Nullable.class)));
        }
        return children;
    }

    /** The key below this section or map; a map has every key. */
    @Nullable
    Key child(String name) {
        return isMap() ? entry(name) : children().get(name);
    }

    /** Whether the keys of this map go to another program, and so hold dots of their own. */
    boolean isMapOfValues() {
        return isMap() && !entry("").isSection();
    }

    Key entry(String name) {
        return new Key(below(name), ((ParameterizedType) type).getActualTypeArguments()[1], false);
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
