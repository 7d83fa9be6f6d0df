package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real speech, 16 kHz mono of 16 bits, from beside the project. */
final class FlacReaderTest {
    /** Where the checksum of all samples stands: at the end of the first metadata block. */
    private static final int MD5_AT = 4 + 4 + 18;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("recordings")
    void every_sample_is_what_the_encoder_saw(Path file) throws IOException, NoSuchAlgorithmException {
        Recording recording = AudioFiles.read(file);

        assertThat(recording.sampleRateHz()).isEqualTo(16_000);
        assertThat(recording.notes()).isEmpty();
        byte[] pcm = new byte[2 * recording.samples()];
        Encoding.L16_LE.encode(recording.channels()[0], 0, recording.samples(), pcm, 0);
        assertThat(MessageDigest.getInstance("MD5").digest(pcm))
                .isEqualTo(Arrays.copyOfRange(Files.readAllBytes(file), MD5_AT, MD5_AT + 16));
    }

    @Test
    void a_file_that_was_cut_short_gives_what_is_there() throws IOException {
        Path whole = recordings().get(0);
        byte[] bytes = Files.readAllBytes(whole);
        int expected = AudioFiles.read(whole).samples();

        Recording recording = AudioFiles.read(write(Arrays.copyOf(bytes, bytes.length / 2)));

        assertThat(recording.samples()).isBetween(expected / 4, expected * 3 / 4);
        assertThat(recording.notes())
                .containsExactly("cut short: %d of %d samples".formatted(recording.samples(), expected));
    }

    @Test
    void a_damaged_frame_is_heard_as_silence_with_a_note() throws IOException {
        byte[] bytes = Files.readAllBytes(recordings().get(0));
        bytes[bytes.length / 2] ^= 1;

        Recording recording = AudioFiles.read(write(bytes));

        assertThat(recording.notes())
                .anyMatch(note -> note.startsWith("faults in the stream, heard as silence or left out: "));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 42, 60})
    void a_file_without_a_frame_is_refused_by_name(int length) throws IOException {
        Path file = write(Arrays.copyOf(Files.readAllBytes(recordings().get(0)), length));

        assertThat(AudioFiles.isAudio(file)).isTrue();
        assertThatThrownBy(() -> AudioFiles.read(file))
                .isInstanceOf(UnsupportedAudioException.class)
                .hasMessageStartingWith(file + ": found a");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("some.flac"), bytes);
    }

    static List<Path> recordings() throws IOException {
        String root = Objects.requireNonNull(System.getProperty("undertone.root"), "undertone.root is not set");
        Path speech = Path.of(root, "..", "shared", "audio", "librispeech").normalize();
        assertThat(speech).as("recordings that this test needs").isDirectory();
        try (Stream<Path> files = Files.list(speech)) {
            return files.filter(file -> file.toString().endsWith(".flac"))
                    .sorted()
                    .limit(5)
                    .toList();
        }
    }
}
