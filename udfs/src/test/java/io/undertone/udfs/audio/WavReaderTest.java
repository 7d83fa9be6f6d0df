package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;

    @Test
    void sixteen_bits_are_read_as_they_are() {
        Recording recording = read(WavBytes.mono(PCM, 16_000, 16).chunk("data", bytes(0x01, 0x02, 0xFF, 0xFF)));

        assertThat(recording.sampleRateHz()).isEqualTo(16_000);
        assertThat(recording.bitDepth()).isEqualTo(16);
        assertThat(recording.encoding()).isEqualTo("PCM");
        assertThat(recording.channels()[0]).containsExactly(0x0201, -1);
        assertThat(recording.notes()).isEmpty();
    }

    @Test
    void eight_bits_are_unsigned() {
        Recording recording = read(WavBytes.mono(PCM, 8000, 8).chunk("data", bytes(0, 128, 255)));

        assertThat(recording.bitDepth()).isEqualTo(8);
        assertThat(recording.channels()[0]).containsExactly(-32_768, 0, 32_512);
    }

    @ParameterizedTest
    @CsvSource({"7,PCMU,-32124,0", "6,PCMA,-5504,848"})
    void companded_samples_are_expanded(int tag, String encoding, short first, short second) {
        Recording recording = read(WavBytes.mono(tag, 8000, 8).chunk("data", bytes(0x00, 0xFF)));

        assertThat(recording.encoding()).isEqualTo(encoding);
        assertThat(recording.bitDepth()).isEqualTo(8);
        assertThat(recording.channels()[0]).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(ints = {PCM, A_LAW, MU_LAW})
    void an_extensible_format_is_what_it_wraps(int tag) {
        int bits = tag == PCM ? 16 : 8;
        byte[] data = bytes(1, 2, 3, 4);

        Recording wrapped = read(new WavBytes().extensible(tag, 1, 8000, bits).chunk("data", data));
        Recording plain = read(WavBytes.mono(tag, 8000, bits).chunk("data", data));

        assertThat(wrapped.channels()[0]).isEqualTo(plain.channels()[0]);
        assertThat(wrapped.encoding()).isEqualTo(plain.encoding());
    }

    @Test
    void stereo_is_separated() {
        Recording recording = read(new WavBytes().fmt(MU_LAW, 2, 8000, 8).chunk("data", bytes(0x80, 0x00, 0xFF, 0xFE)));

        assertThat(recording.channels()).hasDimensions(2, 2);
        assertThat(recording.channels()[0]).containsExactly(32_124, 0);
        assertThat(recording.channels()[1]).containsExactly(-32_124, 8);
    }

    @Test
    void chunks_come_in_any_order_with_padding() {
        var wav = new WavBytes()
                .chunk("LIST", bytes(1, 2, 3))
                .chunk("data", bytes(0, 128, 255))
                .chunk("junk", bytes(9))
                .fmt(PCM, 1, 8000, 8);

        assertThat(read(wav).channels()[0]).containsExactly(-32_768, 0, 32_512);
    }

    @Test
    void a_data_chunk_that_is_cut_short_gives_what_is_there() {
        Recording recording = read(WavBytes.mono(PCM, 8000, 16).unpadded("data", 1_000, bytes(1, 0, 2, 0, 3)));

        assertThat(recording.channels()[0]).containsExactly(1, 2);
        assertThat(recording.notes())
                .containsExactly(
                        "cut short: 5 of 1000 bytes of samples", "dropped 1 bytes of an unfinished last frame");
    }

    @Test
    void a_data_chunk_of_unknown_length_is_read_to_the_end() {
        Recording recording = read(WavBytes.mono(PCM, 8000, 16).unpadded("data", -1, bytes(1, 0, 2, 0)));

        assertThat(recording.channels()[0]).containsExactly(1, 2);
        assertThat(recording.notes()).containsExactly("length unknown in the header, read to the end");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1,8000,24,'24-bit PCM, 1 channel at 8000 Hz'",
        "3,2,48000,32,'32-bit float, 2 channels at 48000 Hz'",
        "17,1,8000,4,'4-bit ADPCM, 1 channel at 8000 Hz'",
        "1,6,48000,16,'16-bit PCM, 6 channels at 48000 Hz'",
        "1,1,0,16,'16-bit PCM, 1 channel at 0 Hz'",
        "1,0,8000,16,'16-bit PCM, 0 channels at 8000 Hz'",
        "9999,1,8000,16,'16-bit format 0x270F, 1 channel at 8000 Hz'",
    })
    void an_unsupported_format_is_named(int tag, int channels, int rateHz, int bits, String found) {
        var wav = new WavBytes().fmt(tag, channels, rateHz, bits).chunk("data", new byte[64]);

        assertRefused(wav.toBytes(), found);
    }

    @Test
    void an_extensible_format_with_a_foreign_subtype_is_not_guessed() {
        byte[] wav = new WavBytes()
                .extensible(PCM, 1, 8000, 16)
                .chunk("data", new byte[4])
                .toBytes();
        wav[12 + 8 + 39] ^= 1;

        assertRefused(wav, "format 0xFFFE");
    }

    @Test
    void what_is_no_recording_is_refused() {
        assertRefused(new byte[0], "an empty file");
        assertRefused("ID3 some MP3 file".getBytes(StandardCharsets.US_ASCII), "no RIFF/WAVE header");
        assertRefused(new WavBytes().chunk("data", new byte[4]).toBytes(), "without a fmt chunk");
        assertRefused(WavBytes.mono(PCM, 8000, 16).toBytes(), "without samples");
        assertRefused(WavBytes.mono(PCM, 8000, 16).chunk("data").toBytes(), "without samples");
        assertRefused(WavBytes.mono(PCM, 8000, 16).chunk("data", bytes(1)).toBytes(), "without samples");
        assertRefused(new WavBytes().chunk("fmt ", new byte[8]).toBytes(), "a broken fmt chunk of 8 bytes");
        assertRefused(new WavBytes().unpadded("LIST", 1_000_000, bytes(1)).toBytes(), "without a fmt chunk");
    }

    @Test
    void an_error_names_the_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("call-7.wav"), "not audio, and long enough");

        assertThatThrownBy(() -> WavReader.read(file))
                .isInstanceOf(UnsupportedAudioException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void a_real_call_is_read() throws IOException {
        Recording call = WavReader.read(SharedAudio.path("calls/auto_repairs_40_agent.wav"));

        assertThat(call.sampleRateHz()).isEqualTo(8000);
        assertThat(call.channels()).hasNumberOfRows(1);
        assertThat(call.samples()).isEqualTo(1_963_040);
        assertThat(call.notes()).isEmpty();
        assertThat(call.atEightKilohertz()).isSameAs(call);
    }

    @Test
    void another_rate_becomes_eight_kilohertz_and_says_so() {
        byte[] data = new byte[2 * 44_100];
        Encoding.L16_LE.encode(Signals.sine(44_100, 1000, -6, 1), 0, 44_100, data, 0);

        Recording recording =
                read(WavBytes.mono(PCM, 44_100, 16).chunk("data", data)).atEightKilohertz();

        assertThat(recording.sampleRateHz()).isEqualTo(8000);
        assertThat(recording.samples()).isEqualTo(8000);
        assertThat(recording.notes()).containsExactly("resampled from 44100 Hz to 8000 Hz");
    }

    private static void assertRefused(byte[] wav, String found) {
        assertThatThrownBy(() -> WavReader.read(new ByteArrayInputStream(wav), "call.wav"))
                .isInstanceOf(UnsupportedAudioException.class)
                .hasMessageStartingWith("call.wav: found ")
                .hasMessageContaining(found)
                .hasMessageEndingWith(WavFormat.SUPPORTED);
    }

    private static Recording read(WavBytes wav) {
        try {
            return WavReader.read(new ByteArrayInputStream(wav.toBytes()), "call.wav");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
