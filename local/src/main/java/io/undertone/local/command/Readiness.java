package io.undertone.local.command;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;

/** Whether a leg may start. Asked first, since Flink would restart for ever over a broker that is not there. */
final class Readiness {
    private Readiness() {}

    static void require(UndertoneConfig config) {
        Summary summary = Migration.check(config);
        if (!summary.ok()) {
            throw new IllegalStateException(String.join("; ", summary.problems()));
        }
    }
}
