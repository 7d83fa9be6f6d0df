package io.undertone.local.quarantine;

import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone quarantine add}. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description =
                "Puts calls aside: within seconds nobody works on them, and what comes of them goes to dead letters.")
final class AddCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Parameters(arity = "1..*", paramLabel = "CALL", description = CallName.DESCRIPTION)
    private List<String> calls = new ArrayList<>();

    @Option(
            names = "--reason",
            defaultValue = "crashes a leg",
            paramLabel = "TEXT",
            description = "Kept with the call, for whoever finds it there (default: ${DEFAULT-VALUE}).")
    private String reason = "";

    @Option(
            names = "--by",
            defaultValue = "${sys:user.name}",
            paramLabel = "NAME",
            description = "Who asks for it (default: ${DEFAULT-VALUE}).")
    private String by = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<CallName> names = WrongUse.guard(spec, () -> CallName.parse(calls));
        var out = spec.commandLine().getOut();
        try (var quarantine = new QuarantinedCalls(config.load(spec).kafka(), Clock.systemUTC())) {
            for (CallName name : names) {
                quarantine.add(name, reason, by);
                out.printf("%s is in quarantine%n", name.key());
            }
        }
        return 0;
    }
}
