package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.checks.FlinkOptions;
import io.undertone.compose.Service.Mount;
import io.undertone.job.Leg;
import io.undertone.job.Legs;
import io.undertone.job.Main;
import io.undertone.job.Settings;
import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.migrate.LakeMigration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Each leg is submitted by a job manager of its own, to a task manager that holds it. */
final class LegsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("io.undertone.compose.FlinkProcess#all")
    void every_key_is_an_option_of_today_with_a_value_that_it_takes(FlinkProcess process)
            throws IllegalAccessException {
        assertThat(new FlinkOptions().violations(process.settings())).isEmpty();
        assertThat(process.settings()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void the_main_class_takes_its_arguments_and_its_file_is_mounted(Leg leg) {
        FlinkProcess manager = FlinkProcess.jobManager(leg);
        assertThat(manager.isJobManager()).isTrue();
        assertThat(manager.command(1)).isEqualTo("--job-classname");
        assertThat(manager.command(2)).isEqualTo(Main.class.getName());
        var parsed = new CommandLine(new Main()).parseArgs(manager.arguments().toArray(String[]::new));
        Leg submitted = parsed.matchedOptionValue("--leg", Leg.LIVE);
        Path config = parsed.matchedOptionValue("--config", Path.of(""));
        assertThat(submitted).isEqualTo(leg);
        assertThat(config).hasToString(MountedConfig.MOUNTED_AT);
        assertThat(manager.service().mounts()).contains(new Mount("./undertone.yaml", MountedConfig.MOUNTED_AT));
    }

    @ParameterizedTest
    @EnumSource
    void it_loads_its_configuration_with_the_environment_that_it_is_given(Leg leg) {
        UndertoneConfig config = MountedConfig.of(FlinkProcess.jobManager(leg).service());
        assertThat(Settings.live(config)).isNotNull();
        assertThat(Settings.voices(config)).isNotNull();
        assertThat(Settings.postCall(config)).isNotNull();
        assertThat(config.models().directory()).isEqualTo("/opt/undertone/models");
        assertThat(config.models().cache()).isEqualTo("/opt/undertone/models/.cache");
    }

    @ParameterizedTest
    @EnumSource
    void its_task_manager_has_the_slots_that_its_graph_takes(Leg leg) throws IOException {
        int parallelism = FlinkProcess.jobManager(leg).flink().get(CoreOptions.DEFAULT_PARALLELISM);
        assertThat(FlinkProcess.taskManager(leg).flink().get(TaskManagerOptions.NUM_TASK_SLOTS))
                .isEqualTo(slotsOf(leg, parallelism));
    }

    @ParameterizedTest
    @EnumSource
    void its_two_processes_find_each_other_and_say_the_same(Leg leg) {
        FlinkProcess manager = FlinkProcess.jobManager(leg);
        FlinkProcess worker = FlinkProcess.taskManager(leg);
        assertThat(manager.flink().get(JobManagerOptions.ADDRESS)).isEqualTo(manager.toString());
        assertThat(worker.flink().get(JobManagerOptions.ADDRESS)).isEqualTo(manager.toString());
        assertThat(worker.isJobManager()).isFalse();
        assertThat(worker.command(0)).isEqualTo("taskmanager");
        assertThat(worker.service().image()).isEqualTo(manager.service().image());
        assertThat(worker.service().environment().get(FlinkProcess.PROPERTIES))
                .isEqualTo(manager.service().environment().get(FlinkProcess.PROPERTIES));
    }

    @ParameterizedTest
    @EnumSource
    void flink_can_divide_the_memory_that_it_is_granted_and_leaves_a_heap_to_work_in(Leg leg) {
        FlinkProcess manager = FlinkProcess.jobManager(leg);
        FlinkProcess worker = FlinkProcess.taskManager(leg);
        assertThat(manager.service().memory()).isEqualTo(manager.flink().get(JobManagerOptions.TOTAL_PROCESS_MEMORY));
        assertThat(worker.service().memory()).isEqualTo(worker.flink().get(TaskManagerOptions.TOTAL_PROCESS_MEMORY));
        assertThat(JobManagerProcessUtils.processSpecFromConfig(manager.flink()).getJvmHeapMemorySize())
                .isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(448));
        assertThat(TaskExecutorProcessUtils.processSpecFromConfig(worker.flink())
                        .getTaskHeapSize())
                .isGreaterThanOrEqualTo(MemorySize.ofMebiBytes(512));
    }

    @ParameterizedTest
    @EnumSource
    void flink_is_set_as_the_program_expects(Leg leg) {
        var flink = FlinkProcess.jobManager(leg).flink();
        assertThat(flink.get(StateBackendOptions.STATE_BACKEND)).isEqualTo(leg == Leg.VOICES ? "rocksdb" : "hashmap");
        assertThat(flink.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(Legs.MAX_PARALLELISM);
        assertThat(flink.get(JobManagerOptions.SCHEDULER)).isEqualTo(JobManagerOptions.SchedulerType.Adaptive);
        assertThat(CoreOptions.getParentFirstLoaderPatterns(flink)).contains("ai.onnxruntime.");
        // The official image's own has what Flink needs of the JDK: a value here would take its place.
        assertThat(flink.getOptional(CoreOptions.FLINK_JVM_OPTIONS)).isEmpty();
    }

    @Test
    void the_live_leg_checkpoints_all_of_its_memory_in_line() {
        var flink = FlinkProcess.jobManager(Leg.LIVE).flink();
        assertThat(flink.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isFalse();
        assertThat(flink.get(CheckpointingOptions.ENABLE_UNALIGNED)).isFalse();
    }

    /** Of the graph as it is submitted: tasks of one slot-sharing group share their slots. */
    private int slotsOf(Leg leg, int parallelism) throws IOException {
        UndertoneConfig config = MountedConfig.withLakeIn(directory, leg, parallelism);
        if (leg == Leg.POST_CALL) {
            assertThat(new LakeMigration(config.lake()).migrate().ok()).isTrue();
        }
        Map<Object, Integer> groups = new HashMap<>();
        Iterable<JobVertex> vertices = Legs.graph(leg, config).getJobGraph().getVertices();
        StreamSupport.stream(vertices.spliterator(), false)
                .forEach(vertex -> groups.merge(vertex.getSlotSharingGroup(), vertex.getParallelism(), Math::max));
        return groups.values().stream().mapToInt(Integer::intValue).sum();
    }
}
