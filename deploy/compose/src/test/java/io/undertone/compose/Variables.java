package io.undertone.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in an .env file, put in where a compose file says {@code ${NAME:?why}}; no other form is known here. */
record Variables(Map<String, String> values) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+):\\?[^}]+}");

    static Variables of(String env) {
        var values = new LinkedHashMap<String, String>();
        env.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] variable = line.split("=", 2);
            values.put(variable[0], variable[1]);
        });
        return new Variables(values);
    }

    /** The names that {@code text} refers to. */
    static Set<String> named(String text) {
        var names = new TreeSet<String>();
        REFERENCE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    String into(String text) {
        String resolved = REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
        if (resolved.contains("$")) {
            throw new IllegalArgumentException("expected ${NAME:?why}, got a $ at "
                    + resolved.substring(resolved.indexOf('$'))
                            .lines()
                            .findFirst()
                            .orElse(""));
        }
        return resolved;
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s is not in .env".formatted(name));
        }
        return value;
    }
}
