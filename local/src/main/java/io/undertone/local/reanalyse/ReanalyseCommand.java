package io.undertone.local.reanalyse;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code undertone reanalyse}: completes calls that lack words or meaning. Exit codes: 0 all that were found are asked for, 1 some
 * cannot be, or it failed, 2 wrong use.
 */
@Command(
        name = "reanalyse",
        mixinStandardHelpOptions = true,
        description =
                "Has calls analysed once more that lack words or meaning. The post-call leg, which has to run, writes"
                        + " all their rows anew as the next revision; a call can be asked for as long as its audio is kept.")
public final class ReanalyseCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--status",
            split = ",",
            defaultValue = "PARTIAL,FAILED",
            paramLabel = "STATUS",
            description =
                    "Of the transcript or of the analysis: PARTIAL, FAILED; NONE, LANGUAGE, COMPLETE where another"
                            + " transcriber or analyst is in use since (default: ${DEFAULT-VALUE}).")
    private Set<String> statuses = new LinkedHashSet<>();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Calls that began then or later: 2026-11-21, 2026-11-21T08:00:00Z, or 90m, 6h or 2d ago.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Calls that began before that.")
    private @Nullable String until;

    @Option(names = "--tenant", paramLabel = "TENANT", description = "Calls of one tenant.")
    private @Nullable String tenant;

    @Option(
            names = "--call",
            paramLabel = "CALL",
            description = "One call, which is found whatever its status; needs no --since.")
    private @Nullable String call;

    @Option(names = "--dry-run", description = "Says what would be asked for, and asks for nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        CallQuery query = WrongUse.guard(spec, () -> query(Clock.systemUTC()));
        UndertoneConfig loaded = config.load(spec);
        var out = spec.commandLine().getOut();
        return new Reanalyser(loaded, Clock.systemUTC(), out::println).run(query, dryRun) ? 0 : 1;
    }

    private CallQuery query(Clock clock) {
        Set<String> wanted = statuses.stream()
                .map(status -> status.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new CallQuery(wanted, moment(since, clock), moment(until, clock), tenant, call);
    }

    private static @Nullable Instant moment(@Nullable String given, Clock clock) {
        return given == null ? null : Moment.parse(given, clock);
    }
}
