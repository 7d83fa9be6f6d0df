package io.undertone.local.models;

import io.undertone.gateway.AudioFiles;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Recordings sorted by folder, however deep below it they lie. Links are followed; what is no audio is passed over. */
record SampleFolder(Path directory) {
    SampleFolder {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("--data needs a directory, there is none at " + directory);
        }
    }

    /** By speaker: the folder's name, or that of a file without folder up to its first hyphen. */
    List<Sample> bySpeaker() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : recordings()) {
            Path within = directory.relativize(file);
            String first = within.getName(0).toString();
            samples.add(new Sample(within.getNameCount() > 1 ? first : first.split("[-.]", 2)[0], file));
        }
        return required(samples, "SPEAKER/*, or as SPEAKER-*");
    }

    /** By label: the folder's name. */
    List<Sample> byLabel() throws IOException {
        List<Sample> samples = new ArrayList<>();
        for (Path file : recordings()) {
            Path within = directory.relativize(file);
            if (within.getNameCount() > 1) {
                samples.add(new Sample(within.getName(0).toString(), file));
            }
        }
        return required(samples, "LABEL/*");
    }

    private List<Path> recordings() throws IOException {
        List<Path> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory, FileVisitOption.FOLLOW_LINKS)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isReadable(file) && AudioFiles.isAudio(file)) {
                    recordings.add(file);
                }
            }
        }
        return recordings;
    }

    private List<Sample> required(List<Sample> samples, String pattern) {
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no WAV, FLAC or MP3 recordings in %s; they are expected there as %s"
                    .formatted(directory, pattern));
        }
        return samples;
    }
}
