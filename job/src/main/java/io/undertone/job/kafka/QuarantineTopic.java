package io.undertone.job.kafka;

import io.undertone.job.config.KafkaConfig;
import io.undertone.job.config.QuarantineConfig;
import io.undertone.job.runtime.Quarantine;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.Shared;
import java.util.Set;

/**
 * Calls that are put aside by configuration or in the topic {@code quarantined-calls}. It is read beside the graph and not as one of
 * its streams: a job that has just crashed reads the same record again within milliseconds, and a stream would race with it.
 *
 * <p>Owned: nothing; all steps of a JVM share one {@link QuarantineReader}.
 */
public record QuarantineTopic(KafkaConfig kafka, QuarantineConfig config) implements Quarantine.Source {
    static final String TOPIC = "quarantined-calls";

    private static final Shared<QuarantineTopic, QuarantineReader> READERS = new Shared<>();

    @Override
    public Quarantine open() {
        return new Leased(READERS.lease(
                this, () -> QuarantineReader.start(kafka, config.calls().keySet())));
    }

    private record Leased(Lease<QuarantineReader> lease) implements Quarantine {
        @Override
        public Set<String> calls() {
            return lease.get().calls();
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
