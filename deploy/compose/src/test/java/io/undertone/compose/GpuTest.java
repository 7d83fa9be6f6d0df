package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.Leg;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The override puts the live leg on a GPU, and changes nothing else. */
final class GpuTest {
    private static final JsonNode SERVICES = Stack.read(Stack.GPU_FILE).path("services");

    @Test
    void both_processes_of_the_live_leg_are_of_the_image_for_a_gpu() throws IOException {
        FlinkProcess manager = FlinkProcess.jobManager(Leg.LIVE);
        FlinkProcess worker = FlinkProcess.taskManager(Leg.LIVE);
        assertThat(SERVICES.fieldNames()).toIterable().containsExactly(manager.toString(), worker.toString());
        String dockerfile = Files.readString(Stack.root().resolve("deploy/images/job.Dockerfile"));
        assertThat(SERVICES).allSatisfy(service -> {
            assertThat(service.path("image").asText())
                    .isEqualTo(manager.service().image() + "-gpu");
            assertThat(dockerfile)
                    .contains(" AS %s\n".formatted(service.at("/build/target").asText()));
            assertThat(service.at("/build/context"))
                    .isEqualTo(manager.service().node().at("/build/context"));
        });
    }

    @Test
    void only_its_task_manager_is_given_one_and_memory_for_it() {
        FlinkProcess worker = FlinkProcess.taskManager(Leg.LIVE);
        JsonNode resources = SERVICES.path(worker.toString()).at("/deploy/resources");
        assertThat(resources.at("/reservations/devices/0/driver").asText()).isEqualTo("nvidia");
        assertThat(resources.at("/reservations/devices/0/capabilities/0").asText())
                .isEqualTo("gpu");
        assertThat(new Service("gpu", SERVICES.path(worker.toString())).memory())
                .isGreaterThan(worker.service().memory());
        assertThat(SERVICES.path(FlinkProcess.jobManager(Leg.LIVE).toString()).has("deploy"))
                .isFalse();
    }
}
