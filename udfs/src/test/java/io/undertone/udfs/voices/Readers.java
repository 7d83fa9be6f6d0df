package io.undertone.udfs.voices;

import io.undertone.udfs.audio.Resampler;
import io.undertone.udfs.audio.SharedAudio;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jflac.FLACDecoder;
import org.jflac.frame.Frame;

/** LibriSpeech's readers, an utterance of each, at 8 kHz. */
final class Readers {
    private static final int RATE = 16_000;

    private Readers() {}

    /** The forty that no training heard. */
    static List<float[]> heldOut() throws IOException {
        return readers(true);
    }

    /** Those of the training whose utterance is as long as the ones held out: what thresholds may be chosen by. */
    static List<float[]> ofTraining() throws IOException {
        return readers(false).stream()
                .filter(reader -> reader.length >= 12 * 8_000)
                .toList();
    }

    private static List<float[]> readers(boolean heldOut) throws IOException {
        List<String> numbers = Files.readAllLines(AskedModels.root().resolve("models/recipes/held-out-speakers.txt"));
        List<float[]> readers = new ArrayList<>();
        for (Path file : files()) {
            if (numbers.contains(number(file.getFileName().toString())) == heldOut) {
                readers.add(read(file));
            }
        }
        return readers;
    }

    /** Before the first hyphen of the name. */
    private static String number(String name) {
        return name.substring(0, name.indexOf('-'));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SharedAudio.path("librispeech"))) {
            return files.filter(file -> file.toString().endsWith(".flac"))
                    .sorted()
                    .toList();
        }
    }

    private static float[] read(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var decoder = new FLACDecoder(in);
            decoder.readMetadata();
            float[] samples = new float[(int) decoder.getStreamInfo().getTotalSamples()];
            int at = 0;
            while (at < samples.length) {
                Frame frame = decoder.readNextFrame();
                int[] decoded = decoder.getChannelData()[0].getOutput();
                for (int i = 0; i < frame.header.blockSize && at < samples.length; i++) {
                    samples[at++] = decoded[i] / 32_768f;
                }
            }
            return Resampler.resampled(samples, RATE, 8_000);
        }
    }
}
