package io.undertone.local.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.undertone.gateway.CallPublisher;
import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.Pacer;
import io.undertone.gateway.Progress;
import io.undertone.gateway.SampleCall;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.Settings;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.QuarantineConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.kafka.KafkaEdge;
import io.undertone.job.kafka.QuarantineTopic;
import io.undertone.job.live.Insight;
import io.undertone.job.live.LiveGraph;
import io.undertone.job.live.LiveOutlets;
import io.undertone.job.migrate.TopicMigration;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.schema.Consent;
import io.undertone.schema.DeadLetter;
import io.undertone.schema.EndedCall;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The live leg and a call that crashes it, again after each restart, until somebody names the call. */
class QuarantineTest {
    private static final Path ROOT =
            Path.of(System.getProperty("undertone.root")).toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BAD = "bad-1";

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static UndertoneConfig config;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        config = ConfigLoader.of(Map.ofEntries(
                Map.entry("kafka.bootstrap_servers", broker.bootstrapServers()),
                Map.entry("postgres.url", "jdbc:postgresql://localhost/none"),
                Map.entry("postgres.user", "nobody"),
                Map.entry("postgres.password", "none"),
                Map.entry("lake.warehouse", directory.toUri().toString()),
                Map.entry("audio.directory", directory.resolve("audio").toUri().toString()),
                Map.entry("models.directory", ROOT.resolve("models").toString()),
                Map.entry("models.cache", ROOT.resolve("models/.cache").toString()),
                Map.entry("live.checkpoint_interval_ms", 1_000)));
        assertThatThrownBy(() -> new QuarantineTopic(config.kafka(), config.quarantine()).open())
                .hasMessageContaining("quarantined-calls")
                .hasMessageContaining("undertone migrate");
        assertThat(new TopicMigration(config.kafka(), TopicMigration.BROKERS_REPLICATION)
                        .migrate()
                        .ok())
                .isTrue();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void a_call_that_crashes_the_leg_is_named_by_it_and_put_aside_by_its_name() throws Exception {
        try (var cluster = EmbeddedCluster.start(directory.resolve("flink"), 0, 2)) {
            JobID job = cluster.submit(graph().getStreamGraph().getJobGraph());
            publish(call(BAD), call("good-1"));
            await().atMost(PATIENCE)
                    .until(() -> cluster.lastFailure(job)
                            .filter(why -> why.contains(BAD))
                            .isPresent());
            String failure = cluster.lastFailure(job).orElseThrow();
            assertThat(failure).contains("judge-moods failed on call acme|" + BAD + " at call-media, partition ");

            assertThat(undertone("add", "acme/" + BAD, "--by", "somebody")).isZero();
            publish(call("good-2"));

            await().atMost(PATIENCE).until(() -> ended().containsAll(Set.of("good-1", "good-2")));
            assertThat(ended()).doesNotContain(BAD);
            assertThat(read("dead-letters", DeadLetter.class))
                    .filteredOn(letter -> letter.getReason().equals("QUARANTINED"))
                    .isNotEmpty()
                    .allSatisfy(letter -> {
                        assertThat(letter.getCallId()).isEqualTo(BAD);
                        assertThat(letter.getStage()).isEqualTo("admit-media");
                        assertThat(letter.getTopic()).isEqualTo("call-media");
                    });
            assertThat(undertone("list")).isZero();
            assertThat(out.toString()).contains("acme|" + BAD + "  since ", " by somebody: crashes a leg");
        }
        assertThat(undertone("remove", "acme|" + BAD, "acme/unknown")).isEqualTo(1);
        assertThat(out.toString()).contains("acme|bad-1 is released", "acme|unknown is not in quarantine");
    }

    @Test
    void configuration_and_topic_put_aside_together_and_a_record_without_value_releases() throws Exception {
        var both = new QuarantineTopic(config.kafka(), new QuarantineConfig(Map.of("acme|always", "known bad")));
        undertone("add", "acme/now");
        try (var aside = both.open();
                var shared = both.open()) {
            assertThat(aside.calls()).as("known at once").contains("acme|always", "acme|now");
            undertone("add", "acme/later");
            await().atMost(PATIENCE).until(() -> aside.holds("acme|later"));
            assertThat(shared.holds("acme|later|1767607200000000|0")).isTrue();
            undertone("remove", "acme/now", "acme/later");
            await().atMost(PATIENCE).until(() -> aside.calls().equals(Set.of("acme|always")));
        }
    }

    private static StreamExecutionEnvironment graph() {
        StreamExecutionEnvironment env = Legs.environment(Leg.LIVE, config, new Configuration());
        env.setParallelism(2);
        var kafka = new KafkaEdge(config.kafka(), Map.of());
        LiveOutlets plain = kafka.live(config.live().alerts());
        var out = new LiveOutlets(
                plain.alerts(),
                insights -> plain.insights()
                        .take(insights.map(new Bug())
                                .returns(Insight.class)
                                .uid("bug")
                                .name("bug")),
                plain.voiceprintRequests(),
                plain.utterances(),
                plain.endedCalls(),
                plain.deadLetters());
        LiveGraph.build(kafka.live(env), out, Settings.live(config));
        return env;
    }

    /** It is met whenever a second of the call is told, with the call's state in the checkpoint. */
    private static final class Bug implements MapFunction<Insight, Insight> {
        private static final long serialVersionUID = 1;

        @Override
        public Insight map(Insight insight) {
            if (insight.id.callId.equals(BAD)) {
                throw new IllegalStateException("a bug that one call meets");
            }
            return insight;
        }
    }

    private static CallScript call(String callId) throws Exception {
        CallRecording call = SampleCall.read("acme").renamed(callId);
        return new CallScript(call, Instant.now(), ScriptSettings.plain(new Consent(true, true, true)));
    }

    private static void publish(CallScript... calls) throws Exception {
        try (var sink = KafkaRecordSink.connect(broker.bootstrapServers(), "call-media", KafkaRecordSink.PATIENCE)) {
            new CallPublisher(sink, Speed.MAX, Faults.NONE, Pacer.SYSTEM).publish(List.of(calls), Progress.SILENT);
        }
    }

    private static List<String> ended() {
        return read("ended-calls", EndedCall.class).stream()
                .map(EndedCall::getCallId)
                .toList();
    }

    private static <T extends SpecificRecord> List<T> read(String topic, Class<T> type) {
        var codec = new AvroCodec();
        List<T> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(codec.decode(record.value(), type));
                }
            }
        } catch (UnreadableRecordException e) {
            throw new AssertionError(topic + " holds something else", e);
        }
        return values;
    }

    private int undertone(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        for (var setting : Map.of(
                        "kafka.bootstrap_servers",
                        broker.bootstrapServers(),
                        "postgres.url",
                        "jdbc:postgresql://localhost/none",
                        "postgres.user",
                        "nobody",
                        "postgres.password",
                        "${PATH}",
                        "audio.directory",
                        directory.toUri().toString(),
                        "lake.warehouse",
                        directory.toUri().toString())
                .entrySet()) {
            all.add("--set=%s=%s".formatted(setting.getKey(), setting.getValue()));
        }
        return new CommandLine(new QuarantineCommand())
                .setOut(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
    }
}
