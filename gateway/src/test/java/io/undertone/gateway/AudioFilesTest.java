package io.undertone.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what {@code make_audio.py} beside the recordings wrote with other software. */
final class AudioFilesTest {
    @TempDir
    Path folder;

    @Test
    void flac_of_24_bits_keeps_the_upper_16() throws IOException {
        Recording recording = AudioFiles.read(file("stereo24.flac"));

        assertThat(recording.sampleRateHz()).isEqualTo(44_100);
        assertThat(recording.bitDepth()).isEqualTo(24);
        assertThat(recording.encoding()).isEqualTo("FLAC");
        assertThat(recording.notes()).containsExactly("reduced from 24 to 16 bits");
        assertThat(recording.channels()).hasNumberOfRows(2);
        for (int i = 0; i < 500; i++) {
            assertThat(recording.channels()[0][i]).isEqualTo((short) (step(i, 7_777_777) >> 8));
            assertThat(recording.channels()[1][i]).isEqualTo((short) (step(i, 1_234_567) >> 8));
        }
    }

    @Test
    void flac_of_8_bits_fills_16() throws IOException {
        Recording recording = AudioFiles.read(file("mono8.flac"));

        assertThat(recording.samples()).isEqualTo(500);
        assertThat(recording.notes()).isEmpty();
        for (int i = 0; i < 500; i++) {
            assertThat(recording.channels()[0][i]).isEqualTo((short) (step(i, 7_777_777) >> 16 << 8));
        }
    }

    private static int step(int i, long factor) {
        return (int) (i * factor % (1 << 24)) - (1 << 23);
    }

    @Test
    void mp3_of_a_telephone_recorder_is_heard() throws IOException {
        Recording recording = AudioFiles.read(file("telephone.mp3"));

        assertThat(recording.sampleRateHz()).isEqualTo(8000);
        assertThat(recording.channels()).hasNumberOfRows(1);
        assertThat(recording.samples()).isBetween(4000, 4000 + 5 * 576);
        assertThat(levelAt(recording, 0, 440)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void stereo_mp3_keeps_its_channels_apart() throws IOException {
        Recording recording = AudioFiles.read(file("stereo.mp3"));

        assertThat(recording.sampleRateHz()).isEqualTo(44_100);
        assertThat(levelAt(recording, 0, 440)).isCloseTo(0.5, within(0.02));
        assertThat(levelAt(recording, 1, 1000)).isCloseTo(0.5, within(0.02));
        assertThat(levelAt(recording, 0, 1000)).isLessThan(0.02);
        assertThat(levelAt(recording, 1, 440)).isLessThan(0.02);
    }

    /** Amplitude of a tone over the middle half of a recording, as a fraction of full scale. */
    private static double levelAt(Recording recording, int channel, double hz) {
        int from = recording.samples() / 4;
        int to = recording.samples() * 3 / 4;
        double re = 0;
        double im = 0;
        double weights = 0;
        for (int i = from; i < to; i++) {
            double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from));
            double angle = 2 * Math.PI * hz * i / recording.sampleRateHz();
            re += weight * recording.channels()[channel][i] * Math.cos(angle);
            im += weight * recording.channels()[channel][i] * Math.sin(angle);
            weights += weight;
        }
        return 2 * Math.hypot(re, im) / weights / 32_768;
    }

    @ParameterizedTest
    @CsvSource({"stereo24.flac, wav", "telephone.mp3, flac", "stereo.mp3, txt"})
    void content_says_what_a_file_is_and_not_its_name(String name, String ending) throws IOException {
        Path renamed = Files.copy(file(name), folder.resolve("a." + ending));

        assertThat(AudioFiles.isAudio(renamed)).isTrue();
        assertThat(AudioFiles.read(renamed).encoding())
                .isEqualTo(AudioFiles.read(file(name)).encoding());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stereo24.flac", "telephone.mp3"})
    void a_tag_in_front_changes_nothing(String name) throws IOException {
        byte[] tag = new byte[10 + 300];
        byte[] header = {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44};
        System.arraycopy(header, 0, tag, 0, 10);
        Path tagged = join(tag, Files.readAllBytes(file(name)));

        assertThat(AudioFiles.isAudio(tagged)).isTrue();
        assertThat(AudioFiles.read(tagged).channels())
                .isDeepEqualTo(AudioFiles.read(file(name)).channels());
    }

    @Test
    void a_tag_behind_flac_is_not_heard() throws IOException {
        byte[] tag = Arrays.copyOf("TAG".getBytes(StandardCharsets.US_ASCII), 128);
        Path tagged = join(Files.readAllBytes(file("mono8.flac")), tag);

        assertThat(AudioFiles.read(tagged).samples()).isEqualTo(500);
        assertThat(AudioFiles.read(tagged).notes()).isEmpty();
    }

    @Test
    void what_is_no_recording_is_told_apart_and_refused() throws IOException {
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        for (byte[] content : new byte[][] {
            {},
            "hello, this is no audio".getBytes(StandardCharsets.UTF_8),
            "RIFF....AVI LIST".getBytes(StandardCharsets.US_ASCII),
            "ID3".getBytes(StandardCharsets.US_ASCII),
            {'I', 'D', '3', 4, 0, 0, 127, 127, 127, 127},
            {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0, 1, 2, 3},
            noise
        }) {
            Path file = join(content, new byte[0]);

            assertThat(AudioFiles.isAudio(file)).isFalse();
            assertThatThrownBy(() -> AudioFiles.read(file))
                    .isInstanceOf(UnsupportedAudioException.class)
                    .hasMessage(
                            "%s: found no recording; supported: WAV, FLAC and MP3, mono or stereo, 1000 to 192000 Hz",
                            file);
        }
    }

    @Test
    void damaged_mp3_is_heard_or_refused_by_name() throws IOException {
        var random = new Random(4);
        byte[] whole = Files.readAllBytes(file("stereo.mp3"));
        for (int round = 0; round < 200; round++) {
            byte[] bytes = whole.clone();
            for (int k = 0; k < 20; k++) {
                bytes[random.nextInt(500, bytes.length)] = (byte) random.nextInt();
            }
            Path file = join(bytes, new byte[0]);
            try {
                assertThat(AudioFiles.read(file).samples()).isPositive();
            } catch (UnsupportedAudioException e) {
                assertThat(e).hasMessageStartingWith(file + ": found a");
            }
        }
    }

    /** With them goes the frame before them, which the decoder takes for chance without one of its kind behind it. */
    @Test
    void mp3_frames_of_another_rate_are_passed_over() throws IOException {
        Path file = join(Files.readAllBytes(file("stereo.mp3")), Files.readAllBytes(file("telephone.mp3")));
        int alone = AudioFiles.read(file("stereo.mp3")).samples();

        assertThat(AudioFiles.read(file).samples()).isEqualTo(alone - 1152);
        assertThat(AudioFiles.read(file).sampleRateHz()).isEqualTo(44_100);
    }

    @Test
    void a_folder_is_no_audio() throws IOException {
        assertThat(AudioFiles.isAudio(folder)).isFalse();
    }

    private Path join(byte[] first, byte[] second) throws IOException {
        Path file = Files.createTempFile(folder, "some", ".bin");
        Files.write(file, first);
        return Files.write(file, second, StandardOpenOption.APPEND);
    }

    static Path file(String name) {
        try {
            var url = Objects.requireNonNull(AudioFilesTest.class.getResource("audio/" + name), name);
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
