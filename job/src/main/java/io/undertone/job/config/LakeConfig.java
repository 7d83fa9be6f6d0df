package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Iceberg catalog: a directory, or a REST service at {@code uri}. {@code properties} go to it as they stand. */
public record LakeConfig(
        String catalog, @Nullable String uri, String warehouse, String namespace, Map<String, String> properties)
        implements Serializable {
    public static final String DIRECTORY = "directory";
    public static final String REST = "rest";

    public LakeConfig {
        Need.that(Set.of(DIRECTORY, REST).contains(catalog), "catalog directory or rest, got '%s'".formatted(catalog));
        Need.that(!catalog.equals(REST) || (uri != null && !uri.isBlank()), "uri for catalog rest, got nothing");
        Need.that(!catalog.equals(DIRECTORY) || uri == null, "no uri for catalog directory, got '%s'".formatted(uri));
        Need.text("warehouse", warehouse);
        Need.that(
                namespace.matches("[a-z][a-z0-9_]*"),
                "namespace of small letters, digits and _, got '%s'".formatted(namespace));
        properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
        return "LakeConfig[catalog=%s, uri=%s, warehouse=%s, namespace=%s, properties=%s]"
                .formatted(catalog, uri, warehouse, namespace, Secrets.masked(properties));
    }
}
