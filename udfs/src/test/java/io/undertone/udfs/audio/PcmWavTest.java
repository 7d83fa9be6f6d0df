package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;

final class PcmWavTest {
    private static final short[] SAMPLES = {0, 1, -1, 300, Short.MAX_VALUE, Short.MIN_VALUE, 12_345};

    @Test
    void players_open_it() throws IOException, UnsupportedAudioFileException {
        byte[] wav = PcmWav.of(SAMPLES, 8_000);
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            assertThat(audio.getFormat().getEncoding()).isEqualTo(AudioFormat.Encoding.PCM_SIGNED);
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000);
            assertThat(audio.getFormat().getFrameSize()).isEqualTo(2);
            assertThat(audio.getFrameLength()).isEqualTo(SAMPLES.length);
        }
    }

    @Test
    void it_reads_back_to_the_last_bit() throws IOException {
        Recording read = WavReader.read(new ByteArrayInputStream(PcmWav.of(SAMPLES, 8_000)), "test");

        assertThat(read.channels()[0]).isEqualTo(SAMPLES);
        assertThat(read.sampleRateHz()).isEqualTo(8_000);
        assertThat(read.bitDepth()).isEqualTo(16);
        assertThat(read.notes()).isEmpty();
    }
}
