package io.undertone.images.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of the cluster, in a directory of its own, which is far from the project's. */
final class FlinkProcess implements AutoCloseable {
    private final Process process;
    private final Path directory;

    private FlinkProcess(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /**
     * Starts {@code mainClass} and does not wait for it.
     *
     * @param directory where it works, logs, and unpacks native libraries
     * @param environment what it is given beside this JVM's own
     */
    static FlinkProcess start(
            Path directory, List<String> jvm, String mainClass, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")));
        command.add("-Dlog.file=" + directory.resolve("flink.log"));
        command.add(mainClass);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(Redirect.to(directory.resolve("console.log").toFile()));
        builder.environment().putAll(environment);
        var started = new FlinkProcess(builder.start(), directory);
        // A run that is broken off leaves no process behind.
        Runtime.getRuntime().addShutdownHook(new Thread(started::kill, "kill-" + directory.getFileName()));
        return started;
    }

    /** SIGKILL: it has no chance to say good-bye. */
    void kill() {
        process.destroyForcibly();
    }

    /** @throws IllegalStateException with the end of its log, if it is gone */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("%s ended with %d:%n%s".formatted(this, process.exitValue(), lastLines()));
        }
    }

    /** Files that are mapped into it and have {@code name}. */
    Set<String> mapped(String name) throws IOException {
        try (Stream<String> maps = Files.lines(Path.of("/proc", Long.toString(process.pid()), "maps"))) {
            return maps.filter(line -> line.contains(name))
                    .map(line -> line.substring(line.indexOf('/')))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }

    @Override
    public String toString() {
        return "Flink process " + directory.getFileName();
    }

    private String lastLines() {
        return Stream.of("console.log", "flink.log")
                .map(directory::resolve)
                .filter(Files::exists)
                .map(FlinkProcess::tail)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
