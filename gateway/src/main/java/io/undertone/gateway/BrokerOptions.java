package io.undertone.gateway;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which broker a command talks to, and as whom. */
public final class BrokerOptions {
    @Option(
            names = "--bootstrap",
            required = true,
            defaultValue = "${env:UNDERTONE_KAFKA__BOOTSTRAP_SERVERS}",
            paramLabel = "HOST:PORT",
            description = "The Kafka broker (default: what UNDERTONE_KAFKA__BOOTSTRAP_SERVERS says).")
    private String bootstrap = "";

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description =
                    "Properties of Kafka clients: security.protocol, sasl.jaas.config, ... Secrets as $${env:NAME}.")
    private @Nullable Path properties;

    /** An IOException says that the file cannot be read. */
    public KafkaAddress address() throws IOException {
        return KafkaAddress.of(bootstrap, properties);
    }
}
