package io.undertone.bench;

import io.undertone.bench.micro.MicroCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The measurements: {@code docs/performance.md} has what they found. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Measures what Undertone costs.",
        subcommands = {MicroCommand.class, CallsAtOnce.class, LiveLegCost.class})
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments)); // threads of Flink and Kafka may linger
    }
}
