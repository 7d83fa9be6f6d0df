package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MuLawWavTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 8000, 32_001})
    void the_file_reads_back_here(int samples) throws Exception {
        short[] tone = Signals.sine(8000, 440, -12, samples / 8000.0);
        byte[] muLaw = new byte[samples];
        Encoding.PCMU.encode(tone, 0, samples, muLaw, 0);
        short[] expected = new short[samples];
        Encoding.PCMU.decode(muLaw, 0, samples, expected, 0);

        Recording back = WavReader.read(new ByteArrayInputStream(MuLawWav.of(muLaw, 8000)), "piece.wav");

        assertThat(back.sampleRateHz()).isEqualTo(8000);
        assertThat(back.encoding()).isEqualTo("PCMU");
        assertThat(back.channels()[0]).isEqualTo(expected);
        assertThat(back.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 7999})
    void the_file_reads_back_in_the_platform(int samples) throws Exception {
        byte[] muLaw = new byte[samples];
        Encoding.PCMU.encode(Signals.noise(3, samples), 0, samples, muLaw, 0);

        try (AudioInputStream back =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(MuLawWav.of(muLaw, 8000)))) {
            assertThat(back.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.ULAW);
            assertThat(back.getFormat().getSampleRate()).isEqualTo(8000f);
            assertThat(back.getFrameLength()).isEqualTo(samples);
            assertThat(back.readNBytes(samples)).isEqualTo(muLaw);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 7999})
    void the_lengths_in_the_header_add_up(int samples) {
        ByteBuffer wav = ByteBuffer.wrap(MuLawWav.of(new byte[samples], 8000)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(wav.capacity()).isEven();
        assertThat(wav.getInt(4)).isEqualTo(wav.capacity() - 8);
        assertThat(wav.getInt(12 + 8 + 18 + 8)).as("fact").isEqualTo(samples);
        assertThat(wav.getInt(12 + 8 + 18 + 12 + 4)).as("data").isEqualTo(samples);
    }

    @Test
    void the_end_of_a_file_is_silenced_in_place() throws Exception {
        byte[] muLaw = new byte[801];
        Arrays.fill(muLaw, (byte) 0x10);
        byte[] wav = MuLawWav.of(muLaw, 8000);

        assertThat(MuLawWav.silence(wav, 801, 300)).isTrue();

        short[] back =
                WavReader.read(new ByteArrayInputStream(wav), "piece.wav").channels()[0];
        assertThat(Arrays.copyOf(back, 300)).doesNotContain((short) 0);
        assertThat(Arrays.copyOfRange(back, 300, 801)).containsOnly((short) 0);
    }

    @Test
    void a_file_of_another_length_is_left_as_it_is() {
        byte[] wav = MuLawWav.of(new byte[800], 8000);
        byte[] before = wav.clone();

        assertThat(MuLawWav.silence(wav, 802, 0)).isFalse();
        assertThat(wav).isEqualTo(before);
    }
}
