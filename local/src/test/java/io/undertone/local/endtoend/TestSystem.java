package io.undertone.local.endtoend;

import static org.awaitility.Awaitility.await;

import io.undertone.gateway.CallPublisher;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.Pacer;
import io.undertone.gateway.Progress;
import io.undertone.gateway.PublishTally;
import io.undertone.gateway.Speed;
import io.undertone.local.observability.Scrape;
import io.undertone.local.system.LocalSystem;
import io.undertone.local.system.Ports;
import io.undertone.local.system.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A whole system in this JVM, and what a test does with it: publish calls, and read what became of them. */
final class TestSystem implements AutoCloseable {
    static final String TENANT = "acme";
    /** Each call that is played is waited for until the lake has it. */
    private static final int COMMIT_MILLIS = 1_000;

    /** Far above a commit and the longest pause between restarts (10 s), on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final LocalSystem system;
    private final List<RowStore> stores;

    private TestSystem(Path directory, LocalSystem system) {
        this.directory = directory;
        this.system = system;
        this.stores = List.of(
                new DatabaseRows(system.config().postgres()),
                new LakeRows(system.config().lake()));
    }

    static TestSystem start() {
        return start(Map.of());
    }

    /** @param settings keys of the configuration that are set too */
    static TestSystem start(Map<String, Object> settings) {
        try {
            Path directory = Files.createTempDirectory("undertone-end-to-end");
            var run = RunDirectory.create(directory, Instant.now(), ZoneOffset.UTC);
            Map<String, Object> all = new HashMap<>(settings);
            all.putIfAbsent("post_call.checkpoint_interval_ms", COMMIT_MILLIS);
            LocalSystem system =
                    LocalSystem.start(Recordings.projectRoot(), run, Ports.ANY.withMetrics(), all, news -> {});
            await().atMost(PATIENCE).until(system::isProcessing);
            return new TestSystem(directory, system);
        } catch (Exception e) {
            throw new IllegalStateException("the system did not start", e);
        }
    }

    /** The database does not answer, and where the lake was stands a file: nothing in it can be read or written. */
    void closeStores() throws IOException {
        system.database().close();
        Files.move(lake(), lakeAway());
        Files.createFile(lake());
    }

    void reopenStores() throws IOException {
        Files.delete(lake());
        Files.move(lakeAway(), lake());
        system.database().reopen();
    }

    private Path lake() {
        return Path.of(URI.create(system.config().lake().warehouse()));
    }

    private Path lakeAway() {
        return lake().resolveSibling("lake-away");
    }

    LocalSystem local() {
        return system;
    }

    String brokers() {
        return system.config().kafka().bootstrapServers();
    }

    /** What Prometheus would read of all legs. */
    Scrape scrape() throws IOException, InterruptedException {
        return Scrape.of(system.metrics().orElseThrow());
    }

    /** Sends what is no record of any contract, and returns what is shown of metrics once it has been noticed. */
    Scrape afterWhatNobodyCanRead() throws Exception {
        var properties = Map.<String, Object>of("bootstrap.servers", brokers());
        try (var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("call-media", new byte[] {0})).get();
        }
        return await("a dead letter")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::scrape, scrape -> scrape.shows("dead_letters_by_reason_total"));
    }

    /** Publishes calls and returns when the broker has every record. */
    PublishTally publish(Speed speed, Faults faults, CallScript... calls) throws IOException, InterruptedException {
        try (var sink = KafkaRecordSink.connect(brokers(), "call-media", KafkaRecordSink.PATIENCE)) {
            return new CallPublisher(sink, speed, faults, Pacer.SYSTEM).publish(List.of(calls), Progress.SILENT);
        }
    }

    /** Publishes a call at full speed and returns what both stores hold of it once they hold all of it. */
    PlayedCall play(CallScript call, Faults faults) throws IOException, InterruptedException {
        PublishTally sent = publish(Speed.MAX, faults, call);
        return new PlayedCall(call, sent, written(call, stores.get(0)), written(call, stores.get(1)));
    }

    PlayedCall play(CallScript call) throws IOException, InterruptedException {
        return play(call, Faults.NONE);
    }

    /** What both stores hold of a call, waiting until they hold all of it. */
    List<WrittenCall> written(CallScript call) {
        return stores.stream().map(store -> written(call, store)).toList();
    }

    /** What the database holds of a call now. */
    WrittenCall inDatabase(CallScript call) {
        return WrittenCall.read(stores.get(0), call.recording().callId());
    }

    /** What the lake holds of a call now. */
    WrittenCall inLake(CallScript call) {
        return WrittenCall.read(stores.get(1), call.recording().callId());
    }

    /** Files of a call's audio. */
    List<Path> audioFiles(CallScript call) throws IOException {
        return filesOf(call).stream()
                .filter(file -> file.toString().endsWith(".wav"))
                .toList();
    }

    /** Everything that is kept of a call in files. */
    List<Path> filesOf(CallScript call) throws IOException {
        Path audio = Path.of(URI.create(system.config().audio().directory()));
        if (!Files.exists(audio)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(audio)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().contains("/" + call.recording().callId() + "/"))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void close() {
        try (system) {
            system.failures().forEach(System.err::println);
        }
        try {
            FileUtils.deleteDirectory(directory.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WrittenCall written(CallScript call, RowStore store) {
        String callId = call.recording().callId();
        return await("call %s in %s".formatted(callId, store))
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> WrittenCall.read(store, callId), WrittenCall::isWhole);
    }
}
