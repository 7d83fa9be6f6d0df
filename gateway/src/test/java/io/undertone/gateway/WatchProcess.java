package io.undertone.gateway;

import java.time.Clock;
import picocli.CommandLine;

/** A process that publishes to nowhere, for the test that ends one. */
final class WatchProcess {
    private WatchProcess() {}

    public static void main(String[] arguments) {
        var command = new PublishCommand(bootstrap -> new CollectingSink(), Clock.systemUTC(), Pacer.SYSTEM);
        System.exit(new CommandLine(command).execute(arguments));
    }
}
