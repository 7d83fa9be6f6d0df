package io.undertone.job;

import static io.undertone.job.runtime.Keyed.sameCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.undertone.job.config.ConfigLoader;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.PieceWriter;
import io.undertone.job.live.UtteranceCompleter;
import io.undertone.job.migrate.LakeMigration;
import io.undertone.job.runtime.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The graphs as they are submitted, at a parallelism over 1, at which every edge shows what it is. */
final class TopologyTest {
    private static final int PARALLELISM = 3;

    @TempDir
    Path directory;

    private UndertoneConfig config;

    @BeforeEach
    void create_the_tables_that_the_graph_asks_for() {
        var settings = new HashMap<String, Object>();
        settings.put("kafka.bootstrap_servers", "kafka:9092");
        settings.put("audio.directory", "file:///audio");
        settings.put("lake.warehouse", directory.resolve("lake").toUri().toString());
        settings.put("postgres.url", "jdbc:postgresql://db/undertone");
        settings.put("postgres.user", "undertone");
        settings.put("postgres.password", "hush");
        settings.put("live.parallelism", PARALLELISM);
        settings.put("voices.parallelism", PARALLELISM);
        settings.put("post_call.parallelism", PARALLELISM);
        config = ConfigLoader.of(settings);
        assertThat(new LakeMigration(config.lake()).migrate().ok()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_graph_is_the_one_that_savepoints_know(Leg leg) throws IOException {
        String built = topology(leg).toString();
        Path golden = golden(leg);
        if (Boolean.getBoolean("undertone.update-golden")) {
            Files.writeString(golden, built);
        }
        assertThat(built)
                .as(
                        "%s; a change here touches savepoints. If it is meant: mvn -pl job -am test"
                                + " -Dtest=TopologyTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dsurefire.jvm='-Xmx2g -Dundertone.update-golden=true', and have the diff reviewed",
                        golden.getFileName())
                .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }

    @ParameterizedTest
    @EnumSource
    void every_uid_is_unique_and_a_step_or_derived_from_one(Leg leg) {
        List<String> uids = topology(leg).uids();
        assertThat(uids).doesNotHaveDuplicates();
        assertThat(uids).allSatisfy(uid -> assertThat(stepOf(uid)).as(uid).isPresent());
    }

    @Test
    void every_step_stands_in_one_graph() {
        var found = new HashSet<Step>();
        for (Leg leg : Leg.values()) {
            topology(leg).uids().forEach(uid -> stepOf(uid).ifPresent(found::add));
        }
        assertThat(found).containsExactlyInAnyOrder(Step.values());
    }

    @ParameterizedTest
    @EnumSource
    void no_call_is_taken_to_be_where_a_rescale_may_not_put_it(Leg leg) {
        assertThat(topology(leg).brokenSameCalls()).isEmpty();
    }

    @Test
    void a_same_call_edge_that_leaves_its_chain_is_found() {
        StreamExecutionEnvironment env = Legs.environment(Leg.LIVE, config, new Configuration());
        DataStream<CallProduct> products = products(env)
                .map(product -> product)
                .returns(CallProduct.class)
                .uid("before")
                .startNewChain();
        sameCall(products)
                .process(new UtteranceCompleter())
                .uid("after")
                .startNewChain()
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        assertThat(new Topology(env.getStreamGraph()).brokenSameCalls()).containsExactly("before -> after");
    }

    @Test
    void a_same_call_edge_behind_an_asynchronous_stage_is_found_though_it_is_chained() {
        StreamExecutionEnvironment env = Legs.environment(Leg.LIVE, config, new Configuration());
        DataStream<CallProduct> stored = AsyncDataStream.unorderedWait(
                        products(env), new PieceWriter(1), 1, TimeUnit.SECONDS, 1)
                .uid("store");
        sameCall(stored)
                .process(new UtteranceCompleter())
                .uid("after")
                .sinkTo(new DiscardingSink<>())
                .uid("sink");
        assertThat(new Topology(env.getStreamGraph()).brokenSameCalls()).containsExactly("store -> after");
    }

    @ParameterizedTest
    @EnumSource
    void every_stage_can_grow_to_the_same_720_subtasks(Leg leg) {
        assertThat(topology(leg).vertices())
                .filteredOn(vertex -> !vertex.getName().contains("pre-commit aggregator")) // Iceberg's, of one subtask
                .extracting(JobVertex::getMaxParallelism)
                .containsOnly(Legs.MAX_PARALLELISM)
                .hasSizeGreaterThan(3);
        assertThat(Legs.MAX_PARALLELISM).isEqualTo(720);
    }

    @Test
    void a_step_without_uid_is_refused() {
        StreamExecutionEnvironment env = Legs.environment(Leg.LIVE, config, new Configuration());
        products(env).sinkTo(new DiscardingSink<>());
        assertThatIllegalStateException()
                .isThrownBy(() -> env.getStreamGraph().getJobGraph())
                .withMessageContaining("Auto generated UIDs have been disabled");
    }

    @Test
    void an_element_that_would_fall_to_kryo_is_refused() {
        StreamExecutionEnvironment env = Legs.environment(Leg.LIVE, config, new Configuration());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> {
                    products(env)
                            .map(product -> Optional.of(product.key()))
                            .returns(new TypeHint<Optional<String>>() {})
                            .uid("map")
                            .sinkTo(new DiscardingSink<>())
                            .uid("sink");
                    env.getStreamGraph();
                })
                .withMessageContaining("Generic types have been disabled");
    }

    @Test
    void what_the_caller_sets_of_flink_stays_but_for_what_belongs_to_the_program() {
        var flink = new Configuration();
        flink.setString("pipeline.generic-types", "true");
        flink.setString("execution.checkpointing.max-concurrent-checkpoints", "2");
        StreamExecutionEnvironment env = Legs.environment(Leg.POST_CALL, config, flink);
        assertThat(env.getConfig().getSerializerConfig().hasGenericTypesDisabled())
                .isTrue();
        assertThat(env.getConfig().hasAutoGeneratedUIDsEnabled()).isFalse();
        assertThat(env.getConfig().isObjectReuseEnabled()).isTrue();
        assertThat(env.getCheckpointConfig().getMaxConcurrentCheckpoints()).isEqualTo(2);
    }

    @Test
    void voices_outlive_memory_and_calls_do_not_need_to() {
        assertThat(backend(Leg.VOICES)).isEqualTo("rocksdb");
        assertThat(backend(Leg.LIVE)).isNotEqualTo("rocksdb");
        assertThat(backend(Leg.POST_CALL)).isNotEqualTo("rocksdb");
    }

    private String backend(Leg leg) {
        return Legs.environment(leg, config, new Configuration())
                .getConfiguration()
                .get(StateBackendOptions.STATE_BACKEND);
    }

    private static DataStream<CallProduct> products(StreamExecutionEnvironment env) {
        return env.fromData(CallProduct.class, new CallProduct(), new CallProduct())
                .uid("products");
    }

    private static Optional<Step> stepOf(String uid) {
        return Arrays.stream(Step.values())
                .filter(step -> uid.equals(step.uid())
                        || uid.equals("Sink Committer: " + step.uid())
                        || uid.equals("%s: Sink pre-commit aggregator: %s".formatted(step.uid(), step.uid()))
                        || uid.equals(step.uid() + ": Writer"))
                .findFirst();
    }

    private static Path golden(Leg leg) {
        return Path.of(System.getProperty("undertone.root", ".."))
                .resolve("job/src/test/resources/topology-%s.txt".formatted(leg.label()));
    }

    private Topology topology(Leg leg) {
        return new Topology(Legs.graph(leg, config));
    }
}
