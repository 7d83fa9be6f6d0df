package io.undertone.job;

import io.undertone.job.access.Access;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.InvalidConfigException;
import io.undertone.job.config.UndertoneConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Submits one leg to the cluster that runs this jar: {@code flink run undertone-job-….jar --leg live --config FILE}. */
@Command(name = "undertone-job", mixinStandardHelpOptions = true, description = "Submits one leg of Undertone.")
public final class Main implements Callable<Integer> {
    @Option(
            names = "--leg",
            required = true,
            paramLabel = "LEG",
            converter = LegConverter.class,
            description = "live, voices or post-call.")
    private Leg leg = Leg.LIVE;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file over the defaults.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "SECTION.KEY=VALUE", description = "One value, repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Returns once the leg is submitted, so that Flink's client may go on; throws what stopped it, for Flink to show. */
    public static void main(String[] args) {
        int exit = new CommandLine(new Main()).execute(args);
        if (exit != 0) {
            throw new IllegalArgumentException("the leg was not submitted (exit code %d), see above".formatted(exit));
        }
    }

    @Override
    public Integer call() throws Exception {
        UndertoneConfig loaded = config();
        requireReadiness(loaded);
        StreamExecutionEnvironment.getExecutionEnvironment().executeAsync(Legs.graph(leg, loaded));
        return 0;
    }

    private void requireReadiness(UndertoneConfig loaded) throws InterruptedException {
        try {
            Legs.requireModels(leg, loaded);
            requireAccess(loaded);
            Legs.requireTables(leg, loaded);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void requireAccess(UndertoneConfig loaded) throws InterruptedException {
        List<String> refusals = Access.refusals(leg, loaded);
        if (!refusals.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("\n", refusals));
        }
    }

    private UndertoneConfig config() throws Exception {
        try {
            return ConfigLoader.load(file, System.getenv(), settings);
        } catch (InvalidConfigException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
