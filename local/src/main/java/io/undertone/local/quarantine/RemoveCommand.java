package io.undertone.local.quarantine;

import io.undertone.local.command.ConfigOptions;
import io.undertone.local.command.WrongUse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code undertone quarantine remove}. Exit code 1 when a call was not in it. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Releases calls. What was diverted of them does not come back.")
final class RemoveCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Parameters(arity = "1..*", paramLabel = "CALL", description = CallName.DESCRIPTION)
    private List<String> calls = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<CallName> names = WrongUse.guard(spec, () -> CallName.parse(calls));
        var out = spec.commandLine().getOut();
        int status = 0;
        try (var quarantine = new QuarantinedCalls(config.load(spec).kafka(), Clock.systemUTC())) {
            Set<String> there = quarantine.all().keySet();
            for (CallName name : names) {
                if (there.contains(name.key())) {
                    quarantine.remove(name);
                    out.printf("%s is released%n", name.key());
                } else {
                    out.printf("%s is not in quarantine%n", name.key());
                    status = 1;
                }
            }
        }
        return status;
    }
}
