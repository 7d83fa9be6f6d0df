package io.undertone.local.command;

import io.undertone.job.Leg;
import io.undertone.job.LegConverter;
import io.undertone.job.Legs;
import io.undertone.job.config.UndertoneConfig;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone run}: one leg in this JVM against configured services, until it fails or is stopped. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a leg in this JVM against the services of the configuration, until Ctrl-C.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--leg",
            required = true,
            paramLabel = "LEG",
            converter = LegConverter.class,
            description = "live, voices or post-call.")
    private Leg leg = Leg.LIVE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        UndertoneConfig loaded = config.load(spec);
        Readiness.require(leg, loaded);
        Legs.requireModels(leg, loaded);
        spec.commandLine().getErr().printf("leg %s runs; Ctrl-C stops it%n", leg);
        StreamExecutionEnvironment.getExecutionEnvironment().execute(Legs.graph(leg, loaded));
        return 0;
    }
}
