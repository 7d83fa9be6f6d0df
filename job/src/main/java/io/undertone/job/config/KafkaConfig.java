package io.undertone.job.config;

import java.io.Serializable;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the topics are. {@code properties} go to every Kafka client as they stand. */
public record KafkaConfig(
        String bootstrapServers, String groupPrefix, int connectTimeoutMs, Map<String, String> properties)
        implements Serializable {
    /** A host may be a name, an IPv4 address or an IPv6 address in brackets. */
    private static final Pattern SERVERS = Pattern.compile(
            "\\s*ADDRESS\\s*(,\\s*ADDRESS\\s*)*".replace("ADDRESS", "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):\\d{1,5}"));

    public KafkaConfig {
        Need.that(
                SERVERS.matcher(bootstrapServers).matches(),
                "bootstrap_servers as host:port[,host:port...], got '%s'".formatted(bootstrapServers));
        Need.text("group_prefix", groupPrefix);
        Need.atLeast(1, "connect_timeout_ms", connectTimeoutMs);
        properties = Map.copyOf(properties);
    }

    @Override
    public String toString() {
        return "KafkaConfig[bootstrapServers=%s, groupPrefix=%s, connectTimeoutMs=%d, properties=%s]"
                .formatted(bootstrapServers, groupPrefix, connectTimeoutMs, Secrets.masked(properties));
    }
}
