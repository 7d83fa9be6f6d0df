package io.undertone.local.enroll;

import static org.awaitility.Awaitility.await;

import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.TopicMigration;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A broker and a cluster for the voices leg alone, which can be stopped and started at another parallelism. */
final class VoicesBed implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("undertone.root")).toAbsolutePath();
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int SLOTS = 3;

    private final Path directory;
    private final EmbeddedBroker broker;
    private final EmbeddedCluster cluster;
    private final KafkaProducer<byte[], byte[]> producer;
    private @Nullable JobID job;

    VoicesBed(Path directory) throws Exception {
        this.directory = directory;
        this.broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        new TopicMigration(config(2).kafka(), TopicMigration.BROKERS_REPLICATION).migrate();
        this.cluster = EmbeddedCluster.start(directory.resolve("flink"), 0, SLOTS);
        this.producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    String brokers() {
        return broker.bootstrapServers();
    }

    /** From a savepoint, or without any state. */
    void start(int parallelism, @Nullable String savepoint) throws Exception {
        JobGraph graph = Legs.graph(Leg.VOICES, config(parallelism)).getJobGraph();
        if (savepoint != null) {
            graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
        }
        JobID submitted = cluster.submit(graph);
        job = submitted;
        await().atMost(PATIENCE).until(() -> cluster.isProcessing(submitted));
    }

    /** Stops the leg and tells where its state lies. */
    String stop() {
        return cluster.stopWithSavepoint(running());
    }

    /** Ends the leg, whose state is lost. */
    void kill() {
        cluster.cancel(running());
    }

    void publish(String topic, String key, @Nullable SpecificRecord value) throws Exception {
        byte @Nullable [] bytes = value == null ? null : AvroCodec.encode(value);
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes))
                .get();
    }

    /** All records of a topic about one key, in their order; a tombstone is null. */
    <T extends SpecificRecord> List<@Nullable T> read(String topic, String key, Class<T> type) {
        var codec = new AvroCodec();
        List<@Nullable T> records = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(topic)) {
            if (record.key() != null && key.equals(new String(record.key(), StandardCharsets.UTF_8))) {
                try {
                    records.add(record.value() == null ? null : codec.decode(record.value(), type));
                } catch (UnreadableRecordException e) {
                    throw new AssertionError(topic + " holds something else", e);
                }
            }
        }
        return records;
    }

    List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", brokers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        cluster.close();
        broker.close();
    }

    private JobID running() {
        if (job == null) {
            throw new IllegalStateException("the leg does not run");
        }
        return job;
    }

    private UndertoneConfig config(int parallelism) {
        return ConfigLoader.of(Map.ofEntries(
                Map.entry("kafka.bootstrap_servers", broker.bootstrapServers()),
                Map.entry("postgres.url", "jdbc:postgresql://localhost/none"),
                Map.entry("postgres.user", "nobody"),
                Map.entry("postgres.password", "none"),
                Map.entry("lake.warehouse", directory.toUri().toString()),
                Map.entry("audio.directory", directory.toUri().toString()),
                Map.entry("models.directory", ROOT.resolve("models").toString()),
                Map.entry("models.cache", ROOT.resolve("models/.cache").toString()),
                Map.entry("voices.checkpoint_interval_ms", 1_000),
                Map.entry("voices.parallelism", parallelism)));
    }
}
