package io.undertone.udfs.redaction;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What is redacted beyond what always is.
 *
 * @param nationalIds countries, by their two letters, whose national ids are redacted
 */
public record RedactionSettings(List<String> nationalIds) implements Serializable {
    /** The social security number of the United States. */
    public static final RedactionSettings DEFAULT = new RedactionSettings(List.of("US"));

    public RedactionSettings {
        nationalIds = List.copyOf(nationalIds);
        for (String country : nationalIds) {
            if (Arrays.stream(NationalId.values()).noneMatch(id -> id.name().equals(country))) {
                throw new IllegalArgumentException("national ids are known of %s, got %s"
                        .formatted(Arrays.toString(NationalId.values()), country));
            }
        }
    }
}
