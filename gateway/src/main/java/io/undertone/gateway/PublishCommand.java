package io.undertone.gateway;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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
        description = "Publishes recordings, or what is put into a folder, to Kafka as a telephone gateway would.")
public final class PublishCommand implements Callable<Integer> {
    static final String TOPIC = "call-media";

    private static final int FAILED = 1;
    private static final int REPORTS_A_LINE = 5;

    @Mixin
    PublishOptions options = new PublishOptions();

    @Mixin
    WatchOptions watch = new WatchOptions();

    @Mixin
    BrokerOptions brokerOptions = new BrokerOptions();

    @Option(names = "--tenant", defaultValue = "default", description = "Whose calls (default: ${DEFAULT-VALUE}).")
    String tenant = "";

    @Option(
            names = "--codec",
            defaultValue = "pcmu",
            converter = OptionConverters.ForCodec.class,
            description = "pcmu, pcma or l16 (default: ${DEFAULT-VALUE}).")
    Encoding encoding = Encoding.PCMU;

    @Mixin
    TellingOptions telling = new TellingOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Broker broker;
    private final Clock clock;
    private final Pacer pacer;
    private int reports;

    public PublishCommand() {
        this(
                address -> KafkaRecordSink.connect(address, TOPIC, KafkaRecordSink.PATIENCE),
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
        Work work;
        try {
            Faults faults = options.faults();
            work = watch.folder == null ? recordings(faults) : newFiles(watch.folder, faults);
        } catch (IllegalArgumentException | UnsupportedAudioException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            return failed(e);
        }
        try (RecordSink sink = broker.connect(brokerOptions.address())) {
            work.publishTo(sink);
            return 0;
        } catch (IOException e) {
            return failed(e);
        }
    }

    private Work recordings(Faults faults) throws IOException {
        List<CallScript> scripts = scripts();
        return sink -> {
            var publisher = new CallPublisher(sink, options.speedOr(Speed.REAL_TIME), faults, pacer);
            PublishTally tally = publisher.publish(scripts, this::report);
            spec.commandLine().getOut().println("published " + tally);
        };
    }

    private Work newFiles(Path folder, Faults faults) {
        if (options.namesCalls() || telling.isOfOneCall()) {
            throw new IllegalArgumentException(
                    "--watch takes calls as they come: without --call, --start, --copies, --hold and --secure-pause");
        }
        var watched = new WatchedFolder(folder);
        Path journalFile = watch.journalOf(folder);
        var news = new WatchNews(spec.commandLine().getOut(), spec.commandLine().getErr());
        return sink -> {
            try (PublishJournal journal = PublishJournal.open(journalFile, clock);
                    CleanEnd end = CleanEnd.of(new StopSwitch(pacer))) {
                var inbox = new Inbox(watched, journal, WatchTimes.USUAL, news);
                var reader = new WatchedCallReader(inbox, tenant, settings(), clock);
                var publisher = new CallPublisher(sink, options.speedOr(Speed.MAX), faults, end.stop());
                new FolderWatch(inbox, reader, publisher, news).run(end.stop());
            }
        };
    }

    private List<CallScript> scripts() throws IOException {
        List<CallRecording> recordings = options.recordings(tenant);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("need at least one --call, or --watch");
        }
        recordings.forEach(
                recording -> recording.notes().forEach(spec.commandLine().getErr()::println));
        return telling.scripts(recordings, clock.instant(), settings());
    }

    private ScriptSettings settings() {
        return telling.settings(options.script(), encoding);
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

    /** What is to be done once there is a broker. */
    @FunctionalInterface
    private interface Work {
        void publishTo(RecordSink sink) throws IOException, InterruptedException;
    }

    /** Opens the way to a broker. */
    @FunctionalInterface
    interface Broker {
        RecordSink connect(KafkaAddress address) throws IOException;
    }
}
