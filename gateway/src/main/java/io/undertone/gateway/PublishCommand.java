package io.undertone.gateway;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code undertone publish}: recordings to a Kafka broker. Exit codes: 0 published, 1 failed, 2 wrong use. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes recordings to Kafka as a telephone gateway would.")
public final class PublishCommand implements Callable<Integer> {
    static final String TOPIC = "call-media";

    private static final int FAILED = 1;
    private static final int REPORTS_A_LINE = 5;

    @Mixin
    PublishOptions options = new PublishOptions();

    @Option(names = "--bootstrap", required = true, paramLabel = "HOST:PORT", description = "The Kafka broker.")
    String bootstrap = "";

    @Option(names = "--tenant", defaultValue = "default", description = "Whose calls (default: ${DEFAULT-VALUE}).")
    String tenant = "";

    @Option(
            names = "--codec",
            defaultValue = "pcmu",
            converter = OptionConverters.ForCodec.class,
            description = "pcmu, pcma or l16 (default: ${DEFAULT-VALUE}).")
    Encoding encoding = Encoding.PCMU;

    @Option(names = "--start", paramLabel = "INSTANT", description = "When the calls began (default: now).")
    @Nullable
    Instant start;

    @Option(
            names = "--copies",
            defaultValue = "1",
            paramLabel = "N",
            description = "Plays each call N times at once, as NAME-1 … NAME-N, begun within one frame.")
    int copies;

    @Option(
            names = "--hold",
            paramLabel = "FROM-TO",
            converter = OptionConverters.ForStretch.class,
            description = "Seconds of the call that are on hold, repeatable.")
    List<Stretch> holds = new ArrayList<>();

    @Option(
            names = "--secure-pause",
            paramLabel = "FROM-TO",
            converter = OptionConverters.ForStretch.class,
            description = "Seconds of the call that must not be kept, repeatable.")
    List<Stretch> securePauses = new ArrayList<>();

    @Option(
            names = "--secure-pause-media",
            description = "Keep sending audio under a secure pause: tests the job's second guard.")
    boolean mediaInSecurePause;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Broker broker;
    private final Clock clock;
    private final Pacer pacer;
    private int reports;

    public PublishCommand() {
        this(
                bootstrap -> KafkaRecordSink.connect(bootstrap, TOPIC, KafkaRecordSink.PATIENCE),
                Clock.systemUTC(),
                Pacer.SYSTEM);
    }

    PublishCommand(Broker broker, Clock clock, Pacer pacer) {
        this.broker = broker;
        this.clock = clock;
        this.pacer = pacer;
    }

    @Override
    public Integer call() throws InterruptedException {
        Faults faults;
        List<CallScript> scripts;
        try {
            faults = options.faults();
            scripts = scripts();
        } catch (IllegalArgumentException | UnsupportedAudioException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            return failed(e);
        }
        try (RecordSink sink = broker.connect(bootstrap)) {
            var publisher = new CallPublisher(sink, options.speedOr(Speed.REAL_TIME), faults, pacer);
            PublishTally tally = publisher.publish(scripts, this::report);
            spec.commandLine().getOut().println("published " + tally);
            return 0;
        } catch (IOException e) {
            return failed(e);
        }
    }

    private List<CallScript> scripts() throws IOException {
        if (copies < 1) {
            throw new IllegalArgumentException("need at least 1 of --copies, got " + copies);
        }
        List<CallRecording> recordings = options.recordings(tenant);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("need at least one --call");
        }
        ScriptSettings plain = options.script();
        var settings = new ScriptSettings(
                plain.frameMillis(), encoding, plain.consent(), holds, securePauses, mediaInSecurePause, plain.seed());
        Instant begin = start == null ? clock.instant() : start;
        var scripts = new ArrayList<CallScript>();
        for (CallRecording recording : recordings) {
            recording.notes().forEach(spec.commandLine().getErr()::println);
            addCopies(recording, begin, settings, scripts);
        }
        return scripts;
    }

    /** Spread over a frame, as real calls are: frames of all calls at one moment would be a burst that nobody sends. */
    private void addCopies(CallRecording recording, Instant begin, ScriptSettings settings, List<CallScript> scripts) {
        if (copies == 1) {
            scripts.add(new CallScript(recording, begin, settings));
            return;
        }
        for (int copy = 0; copy < copies; copy++) {
            long micros = 1_000L * settings.frameMillis() * copy / copies;
            CallRecording renamed = recording.renamed("%s-%d".formatted(recording.callId(), copy + 1));
            scripts.add(new CallScript(renamed, begin.plus(micros, ChronoUnit.MICROS), settings));
        }
    }

    private void report(PublishTally tally) {
        if (++reports % REPORTS_A_LINE == 0) {
            spec.commandLine().getErr().println(tally);
        }
    }

    private int failed(IOException e) {
        spec.commandLine().getErr().println(e.getMessage());
        return FAILED;
    }

    /** Opens the way to a broker. */
    @FunctionalInterface
    interface Broker {
        RecordSink connect(String bootstrap) throws IOException;
    }
}
