package io.undertone.local.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of either store, in the same terms: rows of both can be compared.
 *
 * @param columns numbers as double, times as ISO 8601, lists of text
 */
record Row(Map<String, @Nullable Object> columns) {
    double number(String column) {
        return (Double) required(column);
    }

    @Nullable
    Double numberOrNull(String column) {
        return (Double) columns.get(column);
    }

    long count(String column) {
        return (long) number(column);
    }

    String text(String column) {
        return (String) required(column);
    }

    List<String> texts(String column) {
        return ((List<?>) required(column)).stream().map(String::valueOf).toList();
    }

    /** On the call's timeline, samples of 8 kHz. */
    long sample(String column) {
        return Math.round(number(column) * 8_000);
    }

    /** Without these columns. */
    Row without(String... names) {
        var fewer = new TreeMap<>(columns);
        for (String name : names) {
            fewer.remove(name);
        }
        return new Row(fewer);
    }

    private Object required(String column) {
        return Objects.requireNonNull(columns.get(column), column);
    }
}
