package io.undertone.gateway;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.audio.UnsupportedAudioException;
import io.undertone.udfs.audio.WavReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads recordings: WAV, FLAC and MP3 of any rate, mono or stereo. */
public final class AudioFiles {
    static final String SUPPORTED = "WAV, FLAC and MP3, mono or stereo, 1000 to 192000 Hz";

    private AudioFiles() {}

    /** Whether the file's content, not its name, is that of a recording. It may still be broken. */
    public static boolean isAudio(Path file) throws IOException {
        return Files.isRegularFile(file) && AudioFileKind.of(file).isPresent();
    }

    /** Reads a recording at its own rate. UnsupportedAudioException says what is wrong with one that is none. */
    public static Recording read(Path file) throws IOException {
        AudioFileKind kind = AudioFileKind.of(file)
                .orElseThrow(() -> new UnsupportedAudioException(file.toString(), "no recording", SUPPORTED));
        return switch (kind) {
            case WAV -> WavReader.read(file);
            case FLAC -> FlacReader.read(file);
            case MP3 -> Mp3Reader.read(file);
        };
    }

    static void requireSupported(Path file, String kind, int channels, int rateHz) throws IOException {
        if (channels < 1 || channels > 2 || rateHz < 1000 || rateHz > 192_000) {
            String found = "%s of %d channels at %d Hz".formatted(kind, channels, rateHz);
            throw new UnsupportedAudioException(file.toString(), found, SUPPORTED);
        }
    }
}
