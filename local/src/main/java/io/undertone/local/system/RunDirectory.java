package io.undertone.local.system;

import io.undertone.job.config.LakeConfig;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Where one local run keeps all it writes. The lake and the audio in it outlive the run. */
public record RunDirectory(Path path) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** A new directory below {@code base}, named by the time. */
    public static RunDirectory create(Path base, Instant now, ZoneId zone) throws IOException {
        Files.createDirectories(base);
        String name = NAME.format(now.atZone(zone));
        Path path = base.resolve(name);
        for (int more = 2; !createdNow(path); more++) {
            path = base.resolve(name + "-" + more); // another run began in the same second
        }
        return new RunDirectory(path.toRealPath());
    }

    private static boolean createdNow(Path path) throws IOException {
        try {
            Files.createDirectory(path);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** The lake as the configuration names it. */
    public LakeConfig lake() {
        return new LakeConfig(LakeConfig.DIRECTORY, null, warehouse(), "undertone", Map.of());
    }

    public Path log() {
        return path.resolve("undertone.log");
    }

    /** What the transcriber says. */
    public Path transcriberLog() {
        return path.resolve("transcriber.log");
    }

    /** Of the calls, for a browser. */
    public Path pages() {
        return path.resolve("pages");
    }

    String warehouse() {
        return uri("lake");
    }

    String audio() {
        return uri("audio");
    }

    public Path broker() {
        return path.resolve("broker");
    }

    Path database() {
        return path.resolve("database");
    }

    public Path flink() {
        return path.resolve("flink");
    }

    /** Without the slash that URIs of existing directories end in: file names are put together with one. */
    private String uri(String name) {
        String uri = path.resolve(name).toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
