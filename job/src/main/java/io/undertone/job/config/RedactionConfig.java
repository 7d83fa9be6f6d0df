package io.undertone.job.config;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** What is redacted beyond what always is: national ids of countries, by their two letters. */
public record RedactionConfig(String nationalIds) implements Serializable {
    /** The countries; none where there are only blanks. */
    public List<String> countries() {
        return Arrays.stream(nationalIds.split(",", -1))
                .map(String::strip)
                .filter(country -> !country.isEmpty())
                .toList();
    }
}
