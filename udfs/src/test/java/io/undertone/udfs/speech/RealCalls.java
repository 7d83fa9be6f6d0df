package io.undertone.udfs.speech;

import io.undertone.udfs.model.ModelStore;
import io.undertone.udfs.model.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The recordings and weights that tests listen to. They must be there: a test without them fails and says so. */
final class RealCalls {
    private static final Path ROOT = Path.of(System.getProperty("undertone.root", ".."));
    private static final Path CALLS = ROOT.resolve("../shared/audio/calls").normalize();
    private static final Pattern TURN = Pattern.compile("(\\d+):(\\d+):(\\d+),(\\d+) --> (\\d+):(\\d+):(\\d+),(\\d+)");

    private RealCalls() {}

    static Path models() {
        return ROOT.resolve("models/.cache");
    }

    static SileroVad silero(int maxBatch) {
        return SileroVad.open(new ModelStore(ROOT.resolve("models"), models(), RemoteFiles.NONE), maxBatch);
    }

    static short[] samples(String name) {
        Path file = existing(name + ".wav");
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(file.toFile())) {
            if (audio.getFormat().getSampleRate() != 8_000 || audio.getFormat().getFrameSize() != 2) {
                throw new IllegalStateException("%s is not 8 kHz 16-bit mono".formatted(file));
            }
            byte[] bytes = audio.readAllBytes();
            short[] samples = new short[bytes.length / 2];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalStateException("%s is no WAV file".formatted(file), e);
        }
    }

    /** Begin and end of every turn of a subtitle file, in samples. */
    static List<long[]> turns(String name) {
        List<long[]> turns = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(existing(name + ".srt"))) {
                Matcher times = TURN.matcher(line);
                if (times.find()) {
                    turns.add(new long[] {sample(times, 1), sample(times, 5)});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return turns;
    }

    private static long sample(Matcher times, int group) {
        long seconds = 0;
        for (int i = 0; i < 3; i++) {
            seconds = seconds * 60 + Long.parseLong(times.group(group + i));
        }
        return (seconds * 1_000 + Long.parseLong(times.group(group + 3))) * VadFrame.SAMPLES_PER_MILLI;
    }

    private static Path existing(String name) {
        Path file = CALLS.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("this test listens to %s, which is missing: the recordings belong in %s"
                    .formatted(file.toAbsolutePath(), CALLS.toAbsolutePath()));
        }
        return file;
    }
}
