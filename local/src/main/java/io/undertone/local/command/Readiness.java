package io.undertone.local.command;

import io.undertone.job.Leg;
import io.undertone.job.access.Access;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.Migration;
import java.util.List;

/** Whether a leg may start. Asked first, since Flink would restart for ever over a broker that is not there. */
final class Readiness {
    private Readiness() {}

    static void require(Leg leg, UndertoneConfig config) throws InterruptedException {
        List<String> problems = Migration.check(config).problems();
        if (problems.isEmpty()) {
            problems = Access.refusals(leg, config);
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }
}
