package io.undertone.local.command;

import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code undertone migrate}: creates what the jobs need. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Creates topics, database tables and lake tables that are missing, and checks the others.")
public final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Summary summary = Migration.run(config.load(spec));
        spec.commandLine().getOut().println(summary);
        return summary.ok() ? 0 : 1;
    }
}
