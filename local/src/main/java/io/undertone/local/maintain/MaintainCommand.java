package io.undertone.local.maintain;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.command.ConfigOptions;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone maintain}, once. Exit codes: 0 all is done, 1 something is left for the next run, 2 wrong use. */
@Command(
        name = "maintain",
        mixinStandardHelpOptions = true,
        description =
                "Deletes rows that are older than their tenant's retention from the lake and the database, writes small files of"
                        + " the lake together, sorted by tenant and call, expires old snapshots and deletes files that no"
                        + " snapshot has. Jobs may run beside it; a schedule should.")
public final class MaintainCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(names = "--dry-run", description = "Says what would be done, and changes nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        UndertoneConfig loaded = config.load(spec);
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        return new Upkeep(loaded, Clock.systemUTC().instant(), dryRun, out::println, err::println).run() ? 0 : 1;
    }
}
