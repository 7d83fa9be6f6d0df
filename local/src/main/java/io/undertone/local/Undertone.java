package io.undertone.local;

import io.undertone.gateway.PublishCommand;
import io.undertone.local.command.CheckCommand;
import io.undertone.local.command.FileSystems;
import io.undertone.local.command.MigrateCommand;
import io.undertone.local.command.PlanCommand;
import io.undertone.local.command.RunCommand;
import io.undertone.local.demo.DemoCommand;
import io.undertone.local.enroll.EnrollCommand;
import io.undertone.local.erase.EraseCommand;
import io.undertone.local.maintain.MaintainCommand;
import io.undertone.local.models.ModelsCommand;
import io.undertone.local.quarantine.QuarantineCommand;
import io.undertone.local.reanalyse.ReanalyseCommand;
import io.undertone.local.sql.SqlCommand;
import io.undertone.local.system.RootCause;
import io.undertone.local.watch.WatchCommand;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The commands. Exit codes: 0 done, 1 failed, 2 wrong use. */
@Command(
        name = "undertone",
        mixinStandardHelpOptions = true,
        versionProvider = Undertone.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Listens to every call of a contact centre while it happens.",
        subcommands = {
            DemoCommand.class,
            SqlCommand.class,
            PublishCommand.class,
            EnrollCommand.class,
            RunCommand.class,
            ReanalyseCommand.class,
            MaintainCommand.class,
            QuarantineCommand.class,
            EraseCommand.class,
            MigrateCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            WatchCommand.class,
            ModelsCommand.class
        })
public final class Undertone {
    private Undertone() {}

    public static void main(String[] arguments) throws IOException {
        FileSystems.open(System.getenv());
        System.exit(commandLine().execute(arguments)); // threads of libraries may linger
    }

    static CommandLine commandLine() {
        return new CommandLine(new Undertone())
                .setParameterExceptionHandler(Undertone::misused)
                .setExecutionExceptionHandler(Undertone::failed);
    }

    /** The message alone: under a page of usage nobody finds it. */
    private static int misused(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        command.getErr().println("undertone: " + e.getMessage());
        command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception e, CommandLine command, ParseResult parsed) {
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        command.getErr().println("undertone: " + message);
        if (e.getCause() != null) {
            command.getErr().println("  because of " + RootCause.of(e));
        }
        LoggerFactory.getLogger(Undertone.class).error("command {} failed", command.getCommandName(), e);
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What the jar's manifest says. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Undertone.class.getPackage().getImplementationVersion();
            return new String[] {"undertone " + Objects.requireNonNullElse(version, "(not from a jar)")};
        }
    }
}
