package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.speech.SpeechSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the detector comes by its network, and lets go of it. */
final class SpeechDetectorModelTest {
    @Test
    void without_the_model_it_refuses_to_start_and_closes_all_the_same(@TempDir Path empty) throws Exception {
        var models = new ModelDirectories(SpokenCall.models().directory(), empty.toString());
        var detector = new SpeechDetector(SpeechSettings.defaults(), new SpeechBatching(8, 20, models));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallHarness.of(() -> detector))
                .withMessageContaining("model silero-vad: " + empty)
                .withMessageContaining("models/fetch");
        detector.close();
    }

    @Test
    void closing_twice_is_closing_once() throws Exception {
        var detector = detector();
        CallHarness.of(() -> detector).close();
        detector.close();
    }

    @Test
    void what_is_closed_gives_its_native_memory_back() throws Exception {
        Path memory = Path.of("/proc/self/statm");
        assumeTrue(Files.exists(memory), "this system does not tell what a process holds");
        openAndClose(5);
        long before = residentPages(memory);
        openAndClose(20);
        assertThat((residentPages(memory) - before) * 4 / 1_024)
                .as("MiB that 20 models left behind")
                .isLessThan(130);
    }

    private static void openAndClose(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            CallHarness.of(SpeechDetectorModelTest::detector).close();
        }
    }

    private static long residentPages(Path statm) throws IOException {
        return Long.parseLong(Files.readString(statm).split(" ", -1)[1]);
    }

    private static SpeechDetector detector() {
        return new SpeechDetector(SpeechSettings.defaults(), new SpeechBatching(8, 20, SpokenCall.models()));
    }
}
