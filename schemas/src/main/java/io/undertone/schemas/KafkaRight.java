package io.undertone.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** One thing that somebody may do on Kafka. {@code prefixed}: to all resources whose names begin with that name. */
public record KafkaRight(Resource resource, String name, boolean prefixed, Operation operation) {
    /** Kafka's {@code ResourceType}. */
    public enum Resource {
        TOPIC,
        GROUP,
        TRANSACTIONAL_ID
    }

    /** Kafka's {@code AclOperation}. */
    public enum Operation {
        @JsonProperty("read")
        READ,
        @JsonProperty("write")
        WRITE,
        @JsonProperty("create")
        CREATE,
        @JsonProperty("describe")
        DESCRIBE,
        @JsonProperty("describe_configs")
        DESCRIBE_CONFIGS
    }

    static KafkaRight ofTopic(String name, Operation operation) {
        return new KafkaRight(Resource.TOPIC, name, false, operation);
    }

    /** As in "READ topic call-media". */
    @Override
    public String toString() {
        String kind = resource.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s %s %s%s".formatted(operation, kind, name, prefixed ? "*" : "");
    }
}
