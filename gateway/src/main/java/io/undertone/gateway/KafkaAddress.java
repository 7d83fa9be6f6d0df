package io.undertone.gateway;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a broker is, and how one gets in. {@code properties} go to every client as they stand; a secret among them is written as
 * <code>${env:NAME}</code>, and Kafka's client takes it from the environment.
 */
public record KafkaAddress(String bootstrap, Map<String, String> properties) {
    /** Kafka's own way to keep secrets out of files. */
    private static final Map<String, String> SECRETS_BY_ENVIRONMENT = Map.of(
            "config.providers", "env",
            "config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");

    public KafkaAddress {
        properties = Map.copyOf(properties);
    }

    /** A broker that asks nobody who he is. */
    public static KafkaAddress of(String bootstrap) {
        return new KafkaAddress(bootstrap, Map.of());
    }

    /** @param file properties of a Kafka client, as Kafka's own tools take them with {@code --command-config}; null for none */
    static KafkaAddress of(String bootstrap, @Nullable Path file) throws IOException {
        if (file == null) {
            return of(bootstrap);
        }
        var read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (NoSuchFileException e) {
            throw new IOException("no properties of Kafka clients at " + file, e);
        }
        Map<String, String> properties = new HashMap<>(SECRETS_BY_ENVIRONMENT);
        read.stringPropertyNames().forEach(name -> properties.put(name, read.getProperty(name)));
        return new KafkaAddress(bootstrap, properties);
    }

    /** What a client is given: {@code own}, under what was configured. The address is not configured twice. */
    public Map<String, Object> client(Map<String, ?> own) {
        Map<String, Object> client = new HashMap<>(own);
        client.putAll(properties);
        client.put("bootstrap.servers", bootstrap);
        return client;
    }

    /** Without values: some are secrets. */
    @Override
    public String toString() {
        return properties.isEmpty() ? bootstrap : "%s with %s".formatted(bootstrap, new TreeSet<>(properties.keySet()));
    }
}
