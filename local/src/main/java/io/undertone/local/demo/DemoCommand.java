package io.undertone.local.demo;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.PublishOptions;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.local.command.OutputFile;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.command.WrongUse;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import io.undertone.local.system.RunHistory;
import io.undertone.local.system.RunLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code undertone demo}: all of Undertone in this JVM, at work on recordings. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts Kafka, PostgreSQL, an Iceberg lake and Flink in this JVM, publishes recordings, shows what is",
            "heard, and ends with what was written. Plays a sample call unless told otherwise, at 4 times real time."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String TENANT = "default";
    private static final Speed SPEED = new Speed(4);

    @Mixin
    private PublishOptions options = new PublishOptions();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where the run keeps its data (default: .undertone).")
    private @Nullable Path directory;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was read back from the stores as JSON.")
    private @Nullable Path report;

    @Option(names = "--keep-running", description = "Stay, with Flink's web page, until Ctrl-C.")
    private boolean keepRunning;

    @Option(names = "--broker-port", defaultValue = "0", description = "Kafka's port (default: any free one).")
    private int brokerPort;

    @Option(names = "--database-port", defaultValue = "0", description = "PostgreSQL's port (default: any free one).")
    private int databasePort;

    @Option(names = "--web-port", defaultValue = "0", description = "Port of Flink's page (default: any free one).")
    private int webPort;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<CallRecording> recordings = WrongUse.guard(spec, this::recordings);
        Faults faults = WrongUse.guard(spec, options::faults);
        ScriptSettings settings = WrongUse.guard(spec, options::script);
        Path reportTo = WrongUse.guard(spec, () -> OutputFile.require("--report", report));
        PrintWriter out = spec.commandLine().getOut();
        RunDirectory run = openRun();
        out.println("Run         " + run.path());
        recordings.forEach(recording -> recording.notes().forEach(out::println));
        var ports = new Ports(brokerPort, databasePort, webPort);
        try (var system = LocalSystem.start(ProjectRoot.path(), run, ports, news -> show(out, news))) {
            var calls = recordings.stream()
                    .map(recording -> new CallScript(recording, Instant.now(), settings))
                    .toList();
            boolean complete =
                    new Demo(system, run, spec.commandLine()).play(calls, options.speedOr(SPEED), faults, reportTo);
            if (keepRunning) {
                show(out, "Running until Ctrl-C: %s".formatted(system.webPage()));
                new CountDownLatch(1).await();
            }
            return complete ? 0 : 1;
        }
    }

    private List<CallRecording> recordings() throws IOException {
        List<CallRecording> given = options.recordings(TENANT);
        return given.isEmpty() ? List.of(SampleCall.read(TENANT)) : given;
    }

    private RunDirectory openRun() throws IOException {
        var history = new RunHistory(ProjectRoot.path());
        var run = RunDirectory.create(
                directory == null ? history.home() : directory, Instant.now(), ZoneId.systemDefault());
        history.remember(run);
        RunLog.moveTo(run.log());
        return run;
    }

    private static void show(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
