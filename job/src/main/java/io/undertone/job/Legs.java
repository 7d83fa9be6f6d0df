package io.undertone.job;

import io.undertone.job.config.ModelsConfig;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.kafka.KafkaEdge;
import io.undertone.job.live.LiveGraph;
import io.undertone.job.migrate.Migration;
import io.undertone.job.migrate.Summary;
import io.undertone.job.postcall.PostCallGraph;
import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Step;
import io.undertone.job.store.Stores;
import io.undertone.job.voices.VoicesGraph;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.Task;
import io.undertone.udfs.speech.SileroVad;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Wires each leg's graph to Kafka, the lake and the database. The same for a cluster and for the local run. */
public final class Legs {
    /** Bounds every later parallelism; part of every savepoint, so never to be changed. */
    public static final int MAX_PARALLELISM = 720;

    private Legs() {}

    /** The leg as a graph that can be submitted. */
    public static StreamGraph graph(Leg leg, UndertoneConfig config) {
        StreamExecutionEnvironment env = environment(leg, config, new Configuration());
        build(leg, config, env);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName("undertone-" + leg.label());
        return graph;
    }

    /**
     * Refuses a model or a lexicon that is missing, damaged or answers wrongly on this machine, before a job is submitted that would restart
     * for ever.
     *
     * @throws IllegalArgumentException naming model, file and expected hash
     */
    public static void requireModels(Leg leg, UndertoneConfig config) {
        ModelStore store = config.models().directories().store(new FlinkFiles());
        if (leg == Leg.LIVE || leg == Leg.VOICES) {
            SileroVad.open(store, 1).close();
        }
        if (leg == Leg.VOICES) {
            requireSpeakerModel(config.models(), store);
        }
        if (leg == Leg.LIVE) {
            requireEmotionModel(config, store);
        }
        if (leg == Leg.POST_CALL) {
            ReportingSettings.analysis(config).analysts().require();
        }
    }

    /**
     * Refuses tables of an earlier release, before a job is submitted that would restart for ever.
     *
     * @throws IllegalArgumentException naming table, column and remedy
     */
    public static void requireTables(Leg leg, UndertoneConfig config) {
        if (leg != Leg.POST_CALL) {
            return; // the others write to none, and start without
        }
        Summary tables = Migration.checkTables(config);
        if (!tables.ok()) {
            throw new IllegalArgumentException(String.join("; ", tables.problems()));
        }
    }

    /**
     * An empty environment with the settings that belong to the program; {@code flink} holds what the caller sets of Flink's
     * own.
     */
    public static StreamExecutionEnvironment environment(Leg leg, UndertoneConfig config, Configuration flink) {
        flink.set(PipelineOptions.GENERIC_TYPES, false);
        flink.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        flink.set(PipelineOptions.OBJECT_REUSE, true);
        if (leg == Leg.VOICES) {
            // Speakers may be millions, and stay; calls come and go, and live in memory.
            flink.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
            flink.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(flink);
        env.setMaxParallelism(MAX_PARALLELISM);
        switch (leg) {
            case LIVE -> {
                tune(env, config.live().parallelism(), config.live().checkpointIntervalMs());
                env.setBufferTimeout(config.live().bufferTimeoutMs());
            }
            case VOICES ->
                tune(env, config.voices().parallelism(), config.voices().checkpointIntervalMs());
            case POST_CALL ->
                tune(env, config.postCall().parallelism(), config.postCall().checkpointIntervalMs());
        }
        return env;
    }

    private static void build(Leg leg, UndertoneConfig config, StreamExecutionEnvironment env) {
        var kafka = new KafkaEdge(config.kafka(), Versions.current());
        switch (leg) {
            case LIVE ->
                LiveGraph.build(kafka.live(env), kafka.live(config.live().alerts()), Settings.live(config));
            case VOICES -> VoicesGraph.build(kafka.voices(env), kafka.voices(), Settings.voices(config));
            case POST_CALL ->
                PostCallGraph.build(
                        kafka.postCall(env),
                        new Stores(config)
                                .outlets(kafka.analyses(), kafka.deadLetters(Step.PUBLISH_POST_CALL_DEAD_LETTERS)),
                        Settings.postCall(config));
        }
    }

    private static void requireSpeakerModel(ModelsConfig models, ModelStore store) {
        ModelCard card = store.cards().find(models.speaker());
        if (card.task() != Task.SPEAKER) {
            throw new IllegalArgumentException(
                    "models.speaker names %s, a model for the task %s; expected one for SPEAKER"
                            .formatted(card.id(), card.task()));
        }
        StatelessModel.open(card, store, models.execution()).close();
    }

    /** Its thresholds, and those that tenants have instead, must go together too. */
    private static void requireEmotionModel(UndertoneConfig config, ModelStore store) {
        ModelCard card = store.cards().find(config.models().emotion());
        if (card.task() != Task.EMOTION) {
            throw new IllegalArgumentException(
                    "models.emotion names %s, a model for the task %s; expected one for EMOTION"
                            .formatted(card.id(), card.task()));
        }
        TenantMoods.rules(config).forEach((tenant, rules) -> {
            try {
                rules.settings(card);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "%s with model %s: %s".formatted(tenant, card.id(), e.getMessage()), e);
            }
        });
        StatelessModel.open(card, store, config.models().execution()).close();
    }

    private static void tune(StreamExecutionEnvironment env, int parallelism, long checkpointMillis) {
        if (parallelism > 0) {
            env.setParallelism(parallelism);
        }
        env.enableCheckpointing(checkpointMillis);
    }
}
