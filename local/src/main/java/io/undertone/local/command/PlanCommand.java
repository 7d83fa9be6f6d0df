package io.undertone.local.command;

import io.undertone.job.Leg;
import io.undertone.job.LegConverter;
import io.undertone.job.Legs;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.system.LocalConfig;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone plan}: the graph of each leg, in words. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Prints the graph of each leg: its steps by uid, and how records travel between them.")
public final class PlanCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--leg",
            paramLabel = "LEG",
            converter = LegConverter.class,
            description = "live, voices or post-call (default: all).")
    private List<Leg> legs = List.of(Leg.values());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (config.isGiven()) {
            print(config.load(spec));
            return 0;
        }
        try (var lake = EmptyLake.create()) {
            print(LocalConfig.unconnected(ProjectRoot.path(), lake.run()));
        }
        return 0;
    }

    private void print(UndertoneConfig planned) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        for (Leg leg : legs) {
            out.println("leg " + leg);
            GraphSheet.of(Legs.graph(leg, planned)).forEach(line -> out.println("  " + line));
            out.println();
        }
    }
}
