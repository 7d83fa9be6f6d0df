package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.JavaLayerException;
import javazoom.jl.decoder.SampleBuffer;

/**
 * Reads MP3 recordings, whole, with the short silence that encoders put before them. The decoder passes over frames of
 * another rate or number of channels than the first.
 */
final class Mp3Reader {
    private final Path file;
    private final Bitstream stream;
    private final Decoder decoder = new Decoder();

    private Mp3Reader(Path file, Bitstream stream) {
        this.file = file;
        this.stream = stream;
    }

    static Recording read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new Mp3Reader(file, new Bitstream(new ByteArrayInputStream(bytes))).read();
        } catch (JavaLayerException | RuntimeException e) {
            // The decoder trusts its input: what is broken shows as an index out of bounds, or the like.
            throw new UnsupportedAudioException(file.toString(), "a broken MP3 file (%s)".formatted(e), e);
        }
    }

    private Recording read() throws IOException, JavaLayerException {
        Header first = stream.readFrame();
        if (first == null) {
            throw new UnsupportedAudioException(file.toString(), "an MP3 file without frames", AudioFiles.SUPPORTED);
        }
        int rateHz = first.frequency();
        int channels = first.mode() == Header.SINGLE_CHANNEL ? 1 : 2;
        AudioFiles.requireSupported(file, "MP3", channels, rateHz);
        var tape = new SampleTape(channels);
        for (Header frame = first; frame != null; frame = stream.readFrame()) {
            append((SampleBuffer) decoder.decodeFrame(frame, stream), tape, channels);
            stream.closeFrame();
        }
        return new Recording(rateHz, 16, "MP3", tape.channels(), List.of());
    }

    private static void append(SampleBuffer frame, SampleTape tape, int channels) {
        int samples = frame.getBufferLength() / channels;
        tape.widen(samples);
        for (int i = 0; i < samples * channels; i++) {
            tape.put(i % channels, i / channels, frame.getBuffer()[i]);
        }
        tape.advance(samples);
    }
}
