package io.undertone.job.runtime;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values of any POJO or record by reflection, so that a field that is added tomorrow is tested too. */
public final class Filled {
    private final boolean withNulls;
    /** Every value differs from the one before: fields that are mixed up are seen. */
    private int next = 1;

    private Filled(boolean withNulls) {
        this.withNulls = withNulls;
    }

    /** An instance in which everything is set. */
    public static <T> T entirely(Class<T> type) {
        return type.cast(new Filled(false).object(type));
    }

    /** An instance in which everything is null that may be, here and below. */
    public static <T> T barely(Class<T> type) {
        return type.cast(new Filled(true).object(type));
    }

    private @Nullable Object value(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (withNulls && annotated.isAnnotationPresent(Nullable.class)) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        return of((Class<?>) type);
    }

    private Object collection(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return new ArrayList<>(Arrays.asList(of((Class<?>) arguments[0]), of((Class<?>) arguments[0])));
        }
        if (generic.getRawType() == Map.class) {
            Map<Object, Object> filled = new HashMap<>();
            filled.put(of((Class<?>) arguments[0]), of((Class<?>) arguments[1]));
            filled.put(of((Class<?>) arguments[0]), of((Class<?>) arguments[1]));
            return filled;
        }
        throw new IllegalArgumentException("no value is known for " + generic);
    }

    private Object of(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[next++ % type.getEnumConstants().length];
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 3);
            for (int i = 0; i < 3; i++) {
                Array.set(array, i, of(type.getComponentType()));
            }
            return array;
        }
        Object plain = plain(type);
        return plain == null ? object(type) : plain;
    }

    private @Nullable Object plain(Class<?> type) {
        int number = next++;
        return switch (type.getSimpleName()) {
            case "String" -> "text-" + number;
            case "boolean", "Boolean" -> true;
            case "byte", "Byte" -> (byte) number;
            case "short", "Short" -> (short) (number + 1_000);
            case "int", "Integer" -> number + 100_000;
            case "long", "Long" -> number + 10_000_000_000L;
            case "float", "Float" -> number + 0.5f;
            case "double", "Double" -> number + 0.25;
            default -> null;
        };
    }

    private Object object(Class<?> type) {
        try {
            return type.isRecord() ? record(type) : pojo(type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type + " cannot be filled", e);
        }
    }

    private Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getAnnotatedType());
        }
        return constructor.newInstance(values);
    }

    private Object pojo(Class<?> type) throws ReflectiveOperationException {
        Object pojo = type.getConstructor().newInstance();
        for (Field field : type.getFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.set(pojo, value(field.getAnnotatedType()));
            }
        }
        return pojo;
    }
}
