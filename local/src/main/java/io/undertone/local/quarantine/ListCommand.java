package io.undertone.local.quarantine;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.command.ConfigOptions;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code undertone quarantine list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Says which calls are put aside, since when and why.")
final class ListCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        UndertoneConfig loaded = config.load(spec);
        PrintWriter out = spec.commandLine().getOut();
        try (var quarantine = new QuarantinedCalls(loaded.kafka(), Clock.systemUTC())) {
            quarantine.all().forEach((key, why) -> out.printf("%s  %s%n", key, why));
        }
        loaded.quarantine()
                .calls()
                .forEach((key, why) -> out.printf("%s  by configuration, quarantine.calls: %s%n", key, why));
        return 0;
    }
}
