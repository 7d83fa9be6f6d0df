package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.LakeMigration;
import io.undertone.schemas.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ResourceManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for suffices for the graphs, and not for much more. */
final class CapacityTest {
    /** What an open call may take at most, and calls that a core hears: DESIGN's budgets. */
    private static final long CALL_BYTES = 128 << 10;

    private static final int CALLS_OF_A_CORE = 350;

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void a_job_gets_as_many_slots_as_its_graph_takes_at_its_largest(Overlay overlay) throws IOException {
        for (Leg leg : Leg.values()) {
            LegManifest manifest = overlay.leg(leg);
            int most = most(manifest);
            int bound = manifest.flink().get(ResourceManagerOptions.MAX_SLOT_NUM);
            assertThat(bound).isEqualTo(slotsOf(overlay, leg, most) + reserve(manifest) * manifest.slots());
            assertThat(parallelism(manifest)).isBetween(1, most);
        }
    }

    /** More readers than partitions would be idle. */
    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void no_leg_grows_beyond_the_partitions_of_what_it_reads(Overlay overlay) {
        var read = Map.of(Leg.LIVE, "call-media", Leg.VOICES, "speaker-enrollments", Leg.POST_CALL, "ended-calls");
        read.forEach((leg, topic) -> assertThat(most(overlay.leg(leg)))
                .isLessThanOrEqualTo(Topics.shipped().named(topic).partitions()));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#production")
    void a_slot_has_a_core_or_more(Overlay overlay) {
        assertThat(overlay.legs())
                .allSatisfy(leg -> assertThat(
                                leg.at("/spec/taskManager/resource/cpu").asDouble())
                        .isGreaterThanOrEqualTo(leg.slots()));
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void flink_can_divide_the_memory_and_leaves_a_heap_to_work_in(Overlay overlay) {
        assertThat(overlay.legs()).allSatisfy(leg -> {
            assertThat(jobManagerHeap(leg)).isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(448));
            assertThat(taskManager(leg).getTaskHeapSize()).isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(512));
        });
    }

    /** State, its copy while a checkpoint is written, and as much again for what passes through. */
    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#production")
    void the_live_leg_s_heap_holds_the_calls_that_its_cores_can_hear(Overlay overlay) {
        LegManifest live = overlay.leg(Leg.LIVE);
        long calls = (long) live.slots() * CALLS_OF_A_CORE;
        assertThat(taskManager(live).getTaskHeapSize().getBytes()).isGreaterThan(3 * calls * CALL_BYTES);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#production")
    void a_drained_node_takes_no_more_than_the_reserve_and_waits_for_nobody_for_ever(Overlay overlay)
            throws IOException {
        LegManifest live = overlay.leg(Leg.LIVE);
        int needed = ceil(slotsOf(overlay, Leg.LIVE, parallelism(live)), live.slots());
        assertThat(budget(overlay, "undertone-live-taskmanagers")
                        .at("/spec/minAvailable")
                        .asInt())
                .isEqualTo(needed);
        assertThat(reserve(live)).isEqualTo(1);
        assertThat(budget(overlay, "undertone-live-jobmanagers")
                        .at("/spec/minAvailable")
                        .asInt())
                .isEqualTo(live.at("/spec/jobManager/replicas").asInt() - 1)
                .isPositive();
        assertThat(overlay.one("Deployment", "undertone-transcriber")
                        .at("/spec/replicas")
                        .asInt())
                .isGreaterThan(budget(overlay, "undertone-transcriber")
                        .at("/spec/maxUnavailable")
                        .asInt());
        assertThat(overlay.ofKind("PodDisruptionBudget")).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#production")
    void budgets_are_for_pods_that_there_are(Overlay overlay) {
        var expected = Map.of(
                "undertone-live-taskmanagers", Pods.taskManager(Leg.LIVE),
                "undertone-live-jobmanagers", Pods.jobManager(Leg.LIVE),
                "undertone-transcriber", Pods.TRANSCRIBER);
        expected.forEach((name, labels) -> assertThat(
                        NetworkPolicies.selects(budget(overlay, name).at("/spec/selector"), labels))
                .isTrue());
        assertThat(NetworkPolicies.selects(
                        budget(overlay, "undertone-live-taskmanagers").at("/spec/selector"), Pods.jobManager(Leg.LIVE)))
                .isFalse();
    }

    /** Of the graph as it is submitted: tasks of one slot-sharing group share their slots. */
    private int slotsOf(Overlay overlay, Leg leg, int parallelism) throws IOException {
        UndertoneConfig config = new LegConfiguration(overlay, leg)
                .withLakeIn(
                        directory,
                        Map.of(leg.label().replace('-', '_') + ".parallelism", Integer.toString(parallelism)));
        if (leg == Leg.POST_CALL) {
            new LakeMigration(config.lake()).migrate();
        }
        var groups = new HashMap<Object, Integer>();
        Iterable<JobVertex> vertices = Legs.graph(leg, config).getJobGraph().getVertices();
        StreamSupport.stream(vertices.spliterator(), false)
                .forEach(vertex -> groups.merge(vertex.getSlotSharingGroup(), vertex.getParallelism(), Math::max));
        return groups.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Up to which the autoscaler goes; without it, it stays as it is. */
    private static int most(LegManifest leg) {
        boolean scales = Boolean.parseBoolean(leg.settings().get("job.autoscaler.enabled"));
        return scales
                ? Integer.parseInt(leg.settings().getOrDefault("job.autoscaler.vertex.max-parallelism", "0"))
                : parallelism(leg);
    }

    private static int parallelism(LegManifest leg) {
        return leg.at("/spec/job/parallelism").asInt();
    }

    private static int reserve(LegManifest leg) {
        return leg.flink().get(ResourceManagerOptions.REDUNDANT_TASK_MANAGER_NUM);
    }

    private static ObjectNode budget(Overlay overlay, String name) {
        return overlay.one("PodDisruptionBudget", name);
    }

    private static TaskExecutorProcessSpec taskManager(LegManifest leg) {
        return TaskExecutorProcessUtils.processSpecFromConfig(leg.flink());
    }

    private static MemorySize jobManagerHeap(LegManifest leg) {
        return JobManagerProcessUtils.processSpecFromConfig(leg.flink()).getJvmHeapMemorySize();
    }

    private static int ceil(int slots, int perTaskManager) {
        return (slots + perTaskManager - 1) / perTaskManager;
    }
}
