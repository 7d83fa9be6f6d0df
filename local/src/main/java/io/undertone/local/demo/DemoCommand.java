package io.undertone.local.demo;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.NamedSpeaker;
import io.undertone.gateway.PublishOptions;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.local.command.OutputFile;
import io.undertone.local.command.ProjectRoot;
import io.undertone.local.command.WrongUse;
import io.undertone.local.page.Pages;
import io.undertone.local.page.Thresholds;
import io.undertone.local.system.LocalConfig;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import io.undertone.local.system.RunHistory;
import io.undertone.local.system.RunLog;
import io.undertone.schema.Role;
import io.undertone.schema.SpeakerEnrollment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "heard, and ends with what was written. Unless told otherwise it enrols an agent and plays a sample call"
                    + " of",
            "his twice, on two legs and on one, at 4 times real time."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final String TENANT = "default";
    private static final Speed SPEED = new Speed(4);

    @Mixin
    private PublishOptions options = new PublishOptions();

    @Option(
            names = "--enroll",
            paramLabel = "ID=VOICE",
            description = {
                "Enrol a speaker first, by a recording of the voice: WAV, FLAC or MP3 with 3 s of speech or more.",
                "Repeatable; a call names the speaker by agent-speaker=ID or customer-speaker=ID."
            })
    private Map<String, Path> voices = new LinkedHashMap<>();

    @Option(names = "--dir", paramLabel = "DIR", description = "Where the run keeps its data (default: .undertone).")
    private @Nullable Path directory;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was read back from the stores as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--html",
            paramLabel = "DIR|FILE.html",
            description = "Where to write a page for each call (default: a directory of the run).")
    private @Nullable Path html;

    @Option(names = "--keep-running", description = "Stay, with Flink's web page, until Ctrl-C.")
    private boolean keepRunning;

    @Option(names = "--broker-port", defaultValue = "0", description = "Kafka's port (default: any free one).")
    private int brokerPort;

    @Option(names = "--database-port", defaultValue = "0", description = "PostgreSQL's port (default: any free one).")
    private int databasePort;

    @Option(names = "--web-port", defaultValue = "0", description = "Port of Flink's page (default: any free one).")
    private int webPort;

    @Option(
            names = "--metrics-port",
            defaultValue = "" + Ports.NONE,
            description = "Show metrics there, as Prometheus reads them (default: nowhere; 0: any free port).")
    private int metricsPort;

    @Mixin
    private ServiceOptions services = new ServiceOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        List<CallRecording> recordings = WrongUse.guard(spec, this::recordings);
        Faults faults = WrongUse.guard(spec, options::faults);
        ScriptSettings settings = WrongUse.guard(spec, options::script);
        List<SpeakerEnrollment> enrolments = WrongUse.guard(spec, this::enrolments);
        WrongUse.guard(spec, services::checked);
        Path reportTo = WrongUse.guard(spec, () -> OutputFile.require("--report", report));
        PrintWriter out = spec.commandLine().getOut();
        RunDirectory run = openRun();
        DemoOutput output = WrongUse.guard(spec, () -> output(run, recordings.size(), reportTo));
        out.println("Run         " + run.path());
        recordings.forEach(recording -> recording.notes().forEach(out::println));
        var ports = new Ports(brokerPort, databasePort, webPort, metricsPort);
        try (var transcriber = services.transcriber(run.transcriberLog(), news -> show(out, news));
                var system = LocalSystem.start(
                        ProjectRoot.path(), run, ports, services.settings(transcriber), news -> show(out, news))) {
            String brokers = system.config().kafka().bootstrapServers();
            if (!Enrolments.enrolAll(brokers, enrolments, out)) {
                return 1;
            }
            List<CallScript> calls = scripts(recordings, settings);
            boolean complete =
                    new Demo(system, run, spec.commandLine()).play(calls, options.speedOr(SPEED), faults, output);
            if (keepRunning) {
                show(out, "Running until Ctrl-C: %s".formatted(system.webPage()));
                new CountDownLatch(1).await();
            }
            return complete ? 0 : 1;
        }
    }

    private static List<CallScript> scripts(List<CallRecording> recordings, ScriptSettings settings) {
        return recordings.stream()
                .map(recording -> new CallScript(recording, Instant.now(), settings))
                .toList();
    }

    private DemoOutput output(RunDirectory run, int calls, @Nullable Path reportTo) throws IOException {
        if (html != null && Pages.isFile(html) && calls > 1) {
            throw new IllegalArgumentException("--html %s is one page, and there are %d calls".formatted(html, calls));
        }
        Thresholds thresholds = FrustrationThresholds.of(LocalConfig.unconnected(ProjectRoot.path(), run), TENANT);
        var pages = Pages.to(html == null ? run.pages() : html, thresholds);
        return new DemoOutput(reportTo, pages, new MoodSheet(thresholds, isSample()));
    }

    private List<CallRecording> recordings() throws IOException {
        return isSample()
                ? List.of(
                        SampleCall.read(TENANT).naming(new NamedSpeaker("agent", Role.AGENT, SampleCall.AGENT)),
                        SampleCall.mixed(TENANT).naming(new NamedSpeaker("mixed", Role.AGENT, SampleCall.AGENT)))
                : options.recordings(TENANT);
    }

    /** A speaker who does not consent is not enrolled: the voices leg would refuse. */
    private List<SpeakerEnrollment> enrolments() throws IOException {
        boolean consent = !Boolean.FALSE.equals(options.consent().getVoiceBiometrics());
        List<SpeakerEnrollment> enrolments = new ArrayList<>(Enrolments.of(TENANT, voices, consent));
        if (isSample() && consent) {
            enrolments.add(Enrolments.ofSample(TENANT, consent));
        }
        return enrolments;
    }

    private boolean isSample() {
        return !options.namesCalls();
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
