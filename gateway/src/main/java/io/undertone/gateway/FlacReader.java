package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.UnsupportedAudioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.jflac.metadata.StreamInfo;

/** Reads FLAC recordings, whole. A frame with a wrong checksum is heard as silence, with a note. */
final class FlacReader {
    private final Path file;
    private final FLACDecoder decoder;
    private final List<String> notes = new ArrayList<>();
    private int faults;

    private FlacReader(Path file, FLACDecoder decoder) {
        this.file = file;
        this.decoder = decoder;
    }

    static Recording read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return new FlacReader(file, new FLACDecoder(new ByteArrayInputStream(bytes))).read();
        } catch (UnsupportedAudioException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder trusts its input: what is broken shows as an early end, an index out of bounds, or the like.
            throw new UnsupportedAudioException(file.toString(), "a broken FLAC file (%s)".formatted(e), e);
        }
    }

    private Recording read() throws IOException {
        decoder.readMetadata();
        StreamInfo info = decoder.getStreamInfo();
        AudioFiles.requireSupported(file, "FLAC", info.getChannels(), info.getSampleRate());
        decoder.addFrameListener(new Faults());
        var tape = new SampleTape(info.getChannels());
        decode(info, tape);
        if (tape.length() == 0) {
            throw new UnsupportedAudioException(file.toString(), "a FLAC file without samples", AudioFiles.SUPPORTED);
        }
        note(info, tape.length());
        return new Recording(info.getSampleRate(), info.getBitsPerSample(), "FLAC", tape.channels(), notes);
    }

    /** The decoder doesn't stop at the last sample by itself, and takes a tag behind it for frames. */
    private void decode(StreamInfo info, SampleTape tape) throws IOException {
        long expected = info.getTotalSamples() == 0 ? Long.MAX_VALUE : info.getTotalSamples();
        while (tape.length() < expected) {
            Frame frame = decoder.readNextFrame();
            if (frame == null) {
                return;
            }
            int samples = (int) Math.min(frame.header.blockSize, expected - tape.length());
            tape.widen(samples);
            for (int channel = 0; channel < info.getChannels(); channel++) {
                int[] decoded = decoder.getChannelData()[channel].getOutput();
                for (int i = 0; i < samples; i++) {
                    tape.put(channel, i, atSixteenBits(decoded[i], frame.header.bitsPerSample));
                }
            }
            tape.advance(samples);
        }
    }

    private static short atSixteenBits(int sample, int bits) {
        return (short) (bits > 16 ? sample >> (bits - 16) : sample << (16 - bits));
    }

    private void note(StreamInfo info, int samples) {
        if (samples < info.getTotalSamples()) {
            notes.add("cut short: %d of %d samples".formatted(samples, info.getTotalSamples()));
        }
        if (faults > 0) {
            notes.add("faults in the stream, heard as silence or left out: " + faults);
        }
        if (info.getBitsPerSample() > 16) {
            notes.add("reduced from %d to 16 bits".formatted(info.getBitsPerSample()));
        }
    }

    /** Counts what the decoder passes over; an early end is noted by itself. */
    private final class Faults implements FrameListener {
        @Override
        public void processMetadata(Metadata metadata) {}

        @Override
        public void processFrame(Frame frame) {}

        @Override
        public void processError(String message) {
            if (!message.contains("EOFException")) {
                faults++;
            }
        }
    }
}
