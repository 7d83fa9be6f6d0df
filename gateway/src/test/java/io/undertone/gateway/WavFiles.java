package io.undertone.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes 16-bit PCM recordings for tests. */
final class WavFiles {
    private WavFiles() {}

    static Path mono(Path file, int rateHz, short[] samples) {
        return write(file, rateHz, 1, samples);
    }

    static Path stereo(Path file, short[] left, short[] right) {
        short[] interleaved = new short[2 * left.length];
        for (int i = 0; i < left.length; i++) {
            interleaved[2 * i] = left[i];
            interleaved[2 * i + 1] = right[i];
        }
        return write(file, 8000, 2, interleaved);
    }

    private static Path write(Path file, int rateHz, int channels, short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        var format = new AudioFormat(rateHz, 16, channels, true, false);
        var stream = new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length / channels);
        try {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
