package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.inference.ModelSession;
import io.undertone.udfs.model.CardFiles;
import io.undertone.udfs.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SileroVadTest {
    @Test
    void digital_silence_is_no_speech() {
        try (SileroVad vad = RealCalls.silero(1)) {
            vad.load(0, new VadMemory(), new short[VadFrame.SAMPLES], 0);
            vad.run(1);

            assertThat(vad.probability(0)).isBetween(0f, 0.05f);
        }
    }

    @Test
    void the_memory_of_a_row_ends_with_the_last_samples_of_its_frame() {
        short[] samples = noise(VadFrame.SAMPLES + 5);
        VadMemory memory = new VadMemory();
        try (SileroVad vad = RealCalls.silero(2)) {
            vad.load(0, new VadMemory(), new short[VadFrame.SAMPLES], 0);
            vad.load(1, memory, samples, 5);
            vad.run(2);
            vad.store(1, memory);
        }

        for (int i = 0; i < SileroVad.CONTEXT; i++) {
            assertThat(memory.context[i]).isEqualTo(samples[5 + 224 + i] / 32_768f);
        }
        assertThat(memory.recurrent).hasSize(256).isNotEqualTo(new VadMemory().recurrent);
    }

    @Test
    void a_memory_that_was_reset_hears_like_a_new_one() {
        short[] samples = RealCalls.samples("callytics_01_mono");
        VadMemory used = new VadMemory();
        try (SileroVad vad = RealCalls.silero(1)) {
            hear(vad, used, samples, 40_000);
            used.reset();

            assertThat(hear(vad, used, samples, 80_000)).isEqualTo(hear(vad, new VadMemory(), samples, 80_000));
        }
    }

    @Test
    void a_probability_that_is_no_number_never_leaves() {
        VadMemory broken = new VadMemory();
        broken.recurrent[SileroVad.UNITS + 17] = Float.NaN;
        try (SileroVad vad = RealCalls.silero(1)) {
            vad.load(0, broken, new short[VadFrame.SAMPLES], 0);
            vad.run(1);

            assertThatIllegalStateException()
                    .isThrownBy(() -> vad.probability(0))
                    .withMessage("speech model answered NaN in row 0 of 1");
        }
    }

    @Test
    void another_model_is_refused_by_its_inputs_and_outputs(@TempDir Path directory) throws IOException {
        byte[] other;
        try (ZipFile wheel = new ZipFile(
                RealCalls.models().resolve("silero_vad-6.2.3-py3-none-any.whl").toFile())) {
            other = wheel.getInputStream(wheel.getEntry("silero_vad/data/silero_vad_16k_sequence.onnx"))
                    .readAllBytes();
        }
        ModelStore store = CardFiles.store(directory, "silero-vad", "vad", other);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SileroVad.open(store, 1))
                .withMessageContainingAll("not Silero VAD", "state=FLOAT[2, -1, 128]", "speech_probs");
        assertThat(ModelSession.open()).as("sessions left open").isZero();
    }

    @Test
    void what_does_not_fit_is_refused() {
        VadMemory memory = new VadMemory();
        assertThatIllegalArgumentException().isThrownBy(() -> RealCalls.silero(0));
        try (SileroVad vad = RealCalls.silero(2)) {
            short[] samples = new short[300];
            assertThatThrownBy(() -> vad.load(2, memory, samples, 0)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vad.load(0, memory, samples, 45)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatIllegalArgumentException().isThrownBy(() -> vad.run(3)).withMessage("need 1 to 2 rows, got 3");
            assertThatIllegalArgumentException().isThrownBy(() -> vad.run(0));
            vad.load(0, memory, samples, 44);
            vad.run(1);
            assertThatThrownBy(() -> vad.probability(1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> vad.store(1, memory)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void loading_and_storing_rows_allocates_nothing() {
        short[] samples = noise(1_000);
        VadMemory memory = new VadMemory();
        try (SileroVad vad = RealCalls.silero(8)) {
            vad.run(8);

            assertThat(Allocation.of(() -> {
                        for (int i = 0; i < 2_000; i++) {
                            vad.load(i % 8, memory, samples, i % 700);
                            vad.store(i % 8, memory);
                        }
                    }))
                    .isZero();
        }
    }

    private static float hear(SileroVad vad, VadMemory memory, short[] samples, int from) {
        vad.load(0, memory, samples, from);
        vad.run(1);
        vad.store(0, memory);
        return vad.probability(0);
    }

    private static short[] noise(int length) {
        short[] samples = new short[length];
        Random random = new Random(11);
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (random.nextGaussian() * 1_000);
        }
        return samples;
    }
}
