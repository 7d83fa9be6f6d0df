package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SileroWeightsTest {
    @TempDir
    Path directory;

    @Test
    void the_fetched_wheel_holds_the_model() {
        assertThat(SileroWeights.load(RealCalls.models())).hasSize(2_327_524);
    }

    @Test
    void a_plain_onnx_file_is_the_same_model() throws IOException {
        byte[] model = RealCalls.silero();
        Path file = Files.write(directory.resolve("silero.onnx"), model);

        assertThat(SileroWeights.load(file)).isEqualTo(model);
    }

    @Test
    void a_missing_wheel_is_named_with_the_hash_and_the_command_that_fetches_it() {
        assertThatThrownBy(() -> SileroWeights.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "no speech model at",
                        directory.resolve(SileroWeights.WHEEL).toString())
                .hasMessageContainingAll(SileroWeights.SHA_256, "models/fetch");
    }

    @Test
    void a_wheel_without_the_model_is_named_with_the_entry_and_the_command() throws IOException {
        Path wheel = wheelOf("silero_vad/model.py", new byte[3]);

        assertThatThrownBy(() -> SileroWeights.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(wheel + " holds no " + SileroWeights.ENTRY)
                .hasMessageContainingAll(SileroWeights.SHA_256, "models/fetch");
    }

    @Test
    void another_model_is_named_with_both_hashes() throws IOException {
        byte[] tampered = RealCalls.silero();
        tampered[1_000_000] ^= 1;
        Path wheel = wheelOf(SileroWeights.ENTRY, tampered);

        assertThatThrownBy(() -> SileroWeights.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(wheel + " holds another speech model")
                .hasMessageMatching("(?s).*expected SHA-256 " + SileroWeights.SHA_256 + ", found [0-9a-f]{64}");
    }

    @Test
    void a_damaged_wheel_is_named_with_the_command() throws IOException {
        Path wheel = Files.write(directory.resolve(SileroWeights.WHEEL), new byte[100]);

        assertThatThrownBy(() -> SileroWeights.load(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(wheel + " can't be read", "models/fetch");
    }

    private Path wheelOf(String entry, byte[] content) throws IOException {
        Path wheel = directory.resolve(SileroWeights.WHEEL);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return wheel;
    }
}
