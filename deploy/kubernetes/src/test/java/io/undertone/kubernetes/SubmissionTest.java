package io.undertone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.undertone.job.Leg;
import io.undertone.job.Main;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is started is what this release builds, and it takes what it is told. */
final class SubmissionTest {
    private static final String VERSION = System.getProperty("undertone.version", "unknown");

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void every_image_is_of_this_release(Overlay overlay) {
        String variant = overlay.toString().equals("gpu") ? "-gpu" : "";
        assertThat(image(overlay, Leg.LIVE)).isEqualTo("undertone/job:" + VERSION + variant);
        assertThat(image(overlay, Leg.VOICES)).isEqualTo("undertone/job:" + VERSION);
        assertThat(image(overlay, Leg.POST_CALL)).isEqualTo("undertone/job:" + VERSION);
        assertThat(PodTemplates.container(overlay.transcriber()).path("image").asText())
                .isEqualTo("undertone/transcriber:" + VERSION + variant);
    }

    @ParameterizedTest
    @MethodSource("io.undertone.kubernetes.Overlay#all")
    void the_job_s_main_class_takes_the_arguments_of_each_leg(Overlay overlay) {
        for (Leg leg : Leg.values()) {
            LegManifest manifest = overlay.leg(leg);
            assertThat(manifest.at("/spec/job/entryClass").asText()).isEqualTo(Main.class.getName());
            assertThat(manifest.at("/spec/job/jarURI").asText()).isEqualTo("local:///opt/flink/usrlib/undertone.jar");
            var parsed = new CommandLine(new Main()).parseArgs(manifest.args().toArray(String[]::new));
            Leg submitted = parsed.matchedOptionValue("--leg", Leg.LIVE);
            Path config = parsed.matchedOptionValue("--config", Path.of(""));
            assertThat(submitted).isEqualTo(leg);
            assertThat(config).hasToString(configFile(manifest));
        }
    }

    @Test
    void it_would_refuse_a_leg_that_there_is_not() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> new CommandLine(new Main()).parseArgs("--leg", "postcall"))
                .withMessageContaining("post-call");
    }

    /** Flink reads the plan of the job in the job manager; the file must be there. */
    private static String configFile(LegManifest leg) {
        JsonNode pod = leg.jobManager();
        JsonNode volume = PodTemplates.items(pod.at("/spec/volumes"))
                .filter(item -> item.at("/configMap/name").asText().equals("undertone-config"))
                .findFirst()
                .orElseThrow();
        List<String> mounts = PodTemplates.items(PodTemplates.container(pod).path("volumeMounts"))
                .filter(mount -> mount.path("name").equals(volume.path("name")))
                .map(mount -> mount.path("mountPath").asText())
                .toList();
        assertThat(mounts).hasSize(1);
        return mounts.get(0) + "/undertone.yaml";
    }

    private static String image(Overlay overlay, Leg leg) {
        return overlay.leg(leg).at("/spec/image").asText();
    }
}
