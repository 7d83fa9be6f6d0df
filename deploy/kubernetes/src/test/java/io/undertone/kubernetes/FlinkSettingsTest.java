package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.checks.FlinkOptions;
import io.undertone.job.Leg;
import io.undertone.job.Legs;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.JobManagerOptions.SchedulerType;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The CRD takes any key of Flink; Flink and its operator must read each, and it must say what a leg needs. */
final class FlinkSettingsTest {
    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_key_is_an_option_of_today_with_a_value_that_it_takes(Overlay overlay) throws IllegalAccessException {
        var options = new FlinkOptions();
        assertThat(overlay.legs())
                .allSatisfy(
                        leg -> assertThat(options.violations(leg.settings())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "state.checkpoints.dir, s3://undertone/checkpoints", // of Flink 1
        "heartbeat.intervall, 1 s",
        "heartbeat.interval, soon",
        "jobmanager.scheduler, adaptative",
        "s3.path.style, true",
        "metrics.reporter.prom.prot, 9249",
        "job.autoscaler.enable, true",
        "kubernetes.operator.savepoint.history.max.age, a day"
    })
    void a_key_that_nobody_reads_and_a_value_that_nobody_can_are_found(String key, String value)
            throws IllegalAccessException {
        assertThat(new FlinkOptions().violations(Map.of(key, value))).containsExactly(key);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void state_is_in_the_bucket_and_survives_job_managers_and_upgrades(Overlay overlay) {
        assertThat(overlay.legs()).allSatisfy(leg -> {
            Configuration flink = leg.flink();
            assertThat(flink.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).startsWith("s3://");
            assertThat(flink.get(CheckpointingOptions.SAVEPOINT_DIRECTORY)).startsWith("s3://");
            assertThat(flink.get(HighAvailabilityOptions.HA_STORAGE_PATH)).startsWith("s3://");
            assertThat(flink.get(HighAvailabilityOptions.HA_MODE)).isEqualTo("kubernetes");
            assertThat(leg.at("/spec/job/upgradeMode").asText()).isEqualTo("savepoint");
            assertThat(leg.at("/spec/job/allowNonRestoredState").asBoolean(true))
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_manifest_and_the_program_say_the_same(Overlay overlay) {
        for (Leg leg : Leg.values()) {
            Configuration flink = overlay.leg(leg).flink();
            assertThat(flink.get(StateBackendOptions.STATE_BACKEND))
                    .isEqualTo(leg == Leg.VOICES ? "rocksdb" : "hashmap");
            assertThat(flink.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(Legs.MAX_PARALLELISM);
            assertThat(flink.get(CoreOptions.FLINK_JVM_OPTIONS))
                    .contains("--add-opens=java.base/java.util=ALL-UNNAMED");
            assertThat(CoreOptions.getParentFirstLoaderPatterns(flink)).contains("ai.onnxruntime.");
        }
    }

    @Test
    void the_live_leg_checkpoints_all_of_its_memory_in_line() {
        Configuration flink = Overlay.named("cpu").leg(Leg.LIVE).flink();
        assertThat(flink.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isFalse();
        assertThat(flink.get(CheckpointingOptions.ENABLE_UNALIGNED)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void a_task_manager_that_is_gone_is_missed_within_two_seconds(Overlay overlay) {
        assertThat(overlay.legs()).allSatisfy(leg -> {
            Configuration flink = leg.flink();
            Duration interval = flink.get(HeartbeatManagerOptions.HEARTBEAT_INTERVAL);
            assertThat(interval.multipliedBy(flink.get(HeartbeatManagerOptions.HEARTBEAT_RPC_FAILURE_THRESHOLD)))
                    .isLessThanOrEqualTo(Duration.ofSeconds(2));
        });
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void parallelism_follows_the_load_in_production(Overlay overlay) {
        boolean production =
                Overlay.production().anyMatch(other -> other.toString().equals(overlay.toString()));
        assertThat(overlay.legs()).allSatisfy(leg -> {
            assertThat(leg.flink().get(JobManagerOptions.SCHEDULER)).isEqualTo(SchedulerType.Adaptive);
            assertThat(leg.settings()).containsEntry("job.autoscaler.enabled", Boolean.toString(production));
        });
    }
}
