package io.undertone.local.scenario;

import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.Settings;
import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.kafka.KafkaEdge;
import io.undertone.job.live.LiveGraph;
import io.undertone.job.live.LiveInlets;
import io.undertone.job.live.LiveOutlets;
import io.undertone.job.migrate.Migration;
import io.undertone.job.postcall.PostCallGraph;
import io.undertone.job.postcall.PostCallInlets;
import io.undertone.job.postcall.PostCallOutlets;
import io.undertone.job.runtime.Outlet;
import io.undertone.job.runtime.Step;
import io.undertone.job.store.Stores;
import io.undertone.job.voices.VoicesGraph;
import io.undertone.local.system.EmbeddedBroker;
import io.undertone.local.system.EmbeddedCluster;
import io.undertone.local.system.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A system of its own whose legs can be stopped, started at another parallelism, made to fail, and held up at every sink and by the
 * services that tell words and meaning.
 */
final class TestBed implements AutoCloseable {
    /** Every limit of a call, in seconds instead of minutes and hours; each call still fits in. */
    static final long LONGEST_DEADLINE_MILLIS = 10_000;

    private static final int SLOTS = 9;
    private static final int PATIENCE_MILLIS = 120_000;

    final Path directory;
    final EmbeddedBroker broker;
    final EmbeddedDatabase database;
    final Services services;
    final UndertoneConfig config;
    private final EmbeddedCluster cluster;
    private final Map<Leg, JobID> jobs = new EnumMap<>(Leg.class);
    private final Map<Leg, String> savepoints = new HashMap<>();

    TestBed(Path directory, Path models) throws Exception {
        this.directory = directory;
        this.broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        this.database = EmbeddedDatabase.start(directory.resolve("postgres"), 0);
        this.services = new Services(control("transcriber"), control("model"));
        this.config = config(models);
        if (!Migration.run(config).ok()) {
            throw new IllegalStateException("could not migrate: " + Migration.run(config));
        }
        this.cluster = EmbeddedCluster.start(directory.resolve("flink"), 0, SLOTS);
    }

    /** Starts all legs, from where they were stopped. */
    void start(int parallelism) throws Exception {
        for (Leg leg : Leg.values()) {
            JobGraph graph = graph(leg, parallelism);
            String savepoint = savepoints.get(leg);
            if (savepoint != null) {
                graph.setSavepointRestoreSettings(SavepointRestoreSettings.forPath(savepoint));
            }
            jobs.put(leg, cluster.submit(graph));
        }
    }

    /** Whether every task of every leg has started. */
    boolean isProcessing() {
        return jobs.values().stream().allMatch(cluster::isProcessing);
    }

    void stop() {
        jobs.forEach((leg, job) -> savepoints.put(leg, cluster.stopWithSavepoint(job)));
        jobs.clear();
    }

    /** How often something has thrown is for Flink to say; this is the last of it. */
    boolean hasFailed(Leg leg) {
        JobID job = jobs.get(leg);
        return job != null && cluster.lastFailure(job).isPresent();
    }

    /** The file that holds up, or burns, what is called {@code name}. */
    Path control(String name) {
        return directory.resolve("control-" + name);
    }

    Path audio() {
        return directory.resolve("audio");
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        services.close();
        database.close();
        broker.close();
    }

    private UndertoneConfig config(Path models) throws Exception {
        Map<String, Object> settings = new HashMap<>();
        settings.put("kafka.bootstrap_servers", broker.bootstrapServers());
        settings.put("postgres.url", database.url());
        settings.put("postgres.user", "postgres");
        settings.put("postgres.password", "postgres");
        settings.put("lake.catalog", "directory");
        settings.put("lake.warehouse", directory.resolve("lake").toUri().toString());
        Files.createDirectories(audio());
        settings.put("audio.directory", StallingFileSystemFactory.SCHEME + "://" + audio().toAbsolutePath());
        settings.put("audio.timeout_ms", 2 * LONGEST_DEADLINE_MILLIS);
        settings.put("models.directory", ContraryModel.beside(models, directory).toString());
        settings.put("models.emotion", ContraryModel.ID);
        settings.put("live.alerts.delivery", "exactly_once");
        settings.put("models.cache", models.resolve(".cache").toString());
        // What models answer in time is no function of the media: here two systems share the machine, and all are
        // waited for.
        settings.put("live.emotion.timeout_ms", PATIENCE_MILLIS);
        settings.put("live.speakers.timeout_ms", PATIENCE_MILLIS);
        settings.put("live.speakers.voiceprint_wait_ms", PATIENCE_MILLIS);
        settings.put("live.checkpoint_interval_ms", 1_000);
        settings.put("post_call.checkpoint_interval_ms", 1_000);
        settings.put("post_call.patience_ms", LONGEST_DEADLINE_MILLIS);
        settings.put("transcription.url", services.url());
        settings.put("transcription.model", "levels");
        settings.put("analysis.language_model.url", services.url());
        settings.put("analysis.language_model.model", "counter");
        settings.put("analysis.language_model.tasks", "summary,topic,issue,outcome,actions,roles");
        settings.put("live.lifecycle.no_media_ms", 8_000);
        settings.put("live.lifecycle.ended_grace_ms", 2_000);
        settings.put("live.lifecycle.streams_ended_ms", 2_000);
        settings.put("live.lifecycle.hold_ms", 8_000);
        settings.put("live.lifecycle.call_ms", LONGEST_DEADLINE_MILLIS);
        settings.put("live.lifecycle.reopen_ms", LONGEST_DEADLINE_MILLIS);
        return ConfigLoader.of(settings);
    }

    private JobGraph graph(Leg leg, int parallelism) {
        StreamExecutionEnvironment env = Legs.environment(leg, config, new Configuration());
        env.setParallelism(parallelism);
        var kafka = new KafkaEdge(config.kafka(), Map.of());
        switch (leg) {
            case LIVE ->
                LiveGraph.build(
                        fused(kafka.live(env)), valved(kafka.live(config.live().alerts())), Settings.live(config));
            case VOICES -> VoicesGraph.build(kafka.voices(env), kafka.voices(), Settings.voices(config));
            case POST_CALL ->
                PostCallGraph.build(
                        fused(kafka.postCall(env)),
                        valved(new Stores(config)
                                .outlets(kafka.analyses(), kafka.deadLetters(Step.PUBLISH_POST_CALL_DEAD_LETTERS))),
                        Settings.postCall(config));
        }
        return env.getStreamGraph().getJobGraph();
    }

    private LiveInlets fused(LiveInlets in) {
        return new LiveInlets(fuse("live", in.media()), in.updates(), in.voiceprints(), in.feedback());
    }

    private LiveOutlets valved(LiveOutlets out) {
        return new LiveOutlets(
                valve("alerts", out.alerts()),
                valve("insights", out.insights()),
                out.voiceprintRequests(),
                valve("utterances", out.utterances()),
                valve("ended-calls", out.endedCalls()),
                out.deadLetters());
    }

    private PostCallInlets fused(PostCallInlets in) {
        return new PostCallInlets(
                fuse("post-call", in.utterances()),
                in.endedCalls(),
                in.windows(),
                in.alerts(),
                in.verdicts(),
                in.reanalyses());
    }

    private PostCallOutlets valved(PostCallOutlets out) {
        return new PostCallOutlets(
                valve("calls", out.calls()),
                valve("utterance-rows", out.utterances()),
                valve("silences", out.silences()),
                valve("windows", out.windows()),
                valve("alerts", out.alerts()),
                valve("verdicts", out.verdicts()),
                valve("analyses", out.analyses()),
                out.deadLetters());
    }

    private <T> DataStream<T> fuse(String name, DataStream<T> stream) {
        return named("fuse-" + name, stream.map(new Fuse<T>(control(name))).returns(stream.getType()));
    }

    private <T> Outlet<T> valve(String name, Outlet<T> outlet) {
        return stream -> outlet.take(
                named("valve-" + name, stream.map(new Valve<T>(control(name))).returns(stream.getType())));
    }

    private static <T> DataStream<T> named(String uid, SingleOutputStreamOperator<T> operator) {
        return operator.uid(uid).name(uid);
    }
}
