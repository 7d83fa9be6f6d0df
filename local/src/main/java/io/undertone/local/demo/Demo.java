package io.undertone.local.demo;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.Speed;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.local.console.ProgressLine;
import io.undertone.local.live.CallPart;
import io.undertone.local.live.CallTimeline;
import io.undertone.local.live.Timelines;
import io.undertone.local.page.PageLine;
import io.undertone.local.report.CallReport;
import io.undertone.local.report.DatabaseStore;
import io.undertone.local.report.DeadLetters;
import io.undertone.local.report.DemoReport;
import io.undertone.local.report.LakeReader;
import io.undertone.local.report.LakeStore;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Plays calls to a running system, shows how it goes and tells what became of them. */
final class Demo {
    private final LocalSystem system;
    private final RunDirectory run;
    private final PrintWriter out;
    private final PrintWriter err;

    Demo(LocalSystem system, RunDirectory run, CommandLine console) {
        this.system = system;
        this.run = run;
        this.out = console.getOut();
        this.err = console.getErr();
    }

    /** Whether every call has been written whole. */
    boolean play(List<CallScript> calls, Speed speed, Faults faults, DemoOutput output)
            throws IOException, InterruptedException {
        List<String> missing;
        try (var watched = new DemoRun(system)) {
            missing = watch(watched, calls, speed, faults);
            tell(watched.timelines(), output);
        }
        if (!missing.isEmpty()) {
            complain(missing);
        }
        return missing.isEmpty();
    }

    private List<String> watch(DemoRun watched, List<CallScript> calls, Speed speed, Faults faults)
            throws IOException, InterruptedException {
        var published = calls.stream().map(call -> call.recording().callId()).collect(Collectors.toSet());
        boolean terminal = Boolean.getBoolean("undertone.terminal");
        try (var playback = Playback.start(brokers(), calls, speed, faults);
                var progress = new ProgressLine(out, terminal, System::nanoTime)) {
            return watched.awaitAll(new Expectation(published), playback, progress);
        }
    }

    private void tell(Timelines live, DemoOutput output) throws IOException {
        DemoReport report = readBack(live);
        RunSheet.of(report, output.moods()).forEach(out::println);
        out.println();
        if (output.report() != null) {
            report.write(output.report());
            out.println("Report      " + output.report());
        }
        for (CallTimeline call : live.all()) {
            output.pages().write(call, dialogue(report, call.part()));
        }
        out.println("Pages       " + output.pages());
        out.flush();
    }

    /** Of the last analysis; null where the call is not written. */
    private static @Nullable List<PageLine> dialogue(DemoReport report, CallPart part) {
        return report.calls().stream()
                .filter(call -> part.equals(
                        new CallPart(call.tenantId(), call.callId(), Instant.parse(call.callStart()), call.part())))
                .max(Comparator.comparingInt(CallReport::revision))
                .map(call -> call.utterances().stream().map(PageLine::of).toList())
                .orElse(null);
    }

    private DemoReport readBack(Timelines live) throws IOException {
        UndertoneConfig config = system.config();
        try (var lake = LakeReader.open(config.lake());
                var postgres = DatabaseStore.open(config.postgres())) {
            return DemoReport.read(lake, new LakeStore(lake), postgres, DeadLetters.byReason(brokers()), live);
        }
    }

    private String brokers() {
        return system.config().kafka().bootstrapServers();
    }

    private void complain(List<String> missing) {
        err.println();
        err.println("undertone: not everything was written: " + String.join("; ", missing));
        system.failures().forEach(err::println);
        err.println("The log is " + run.log());
        err.flush();
    }
}
