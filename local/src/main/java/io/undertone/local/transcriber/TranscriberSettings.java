package io.undertone.local.transcriber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the transcriber is run.
 *
 * @param directory the service's own, with its script {@code run}
 * @param cache where it is installed, with its model: 0.5 GB
 * @param python a Python 3.10 or later with pip, by name or path
 * @param model one of the pinned models, a directory, or any name that faster-whisper knows
 * @param port to listen on, or 0 for a free one
 * @param options of {@code run serve}, after those above
 */
public record TranscriberSettings(
        Path directory, Path cache, String python, String model, int port, List<String> options) {
    public TranscriberSettings {
        options = List.copyOf(options);
    }

    /** As the local run has it: one thread, for the live leg needs the other cores. */
    public static TranscriberSettings of(Path projectRoot) {
        return new TranscriberSettings(
                projectRoot.resolve("transcriber"),
                projectRoot.resolve(".undertone").resolve("transcriber"),
                "python3",
                "base",
                0,
                List.of("--threads", "1"));
    }

    public TranscriberSettings withCache(Path other) {
        return new TranscriberSettings(directory, other, python, model, port, options);
    }

    public TranscriberSettings withPython(String other) {
        return new TranscriberSettings(directory, cache, other, model, port, options);
    }

    public TranscriberSettings withModel(String other) {
        return new TranscriberSettings(directory, cache, python, other, port, options);
    }

    public TranscriberSettings withPort(int other) {
        return new TranscriberSettings(directory, cache, python, model, other, options);
    }

    public TranscriberSettings withOptions(String... others) {
        return new TranscriberSettings(directory, cache, python, model, port, List.of(others));
    }

    ProcessBuilder install() {
        return run(List.of("install", model));
    }

    /** The service, which writes its address into a file and ends when this JVM does, however that ends. */
    ProcessBuilder serve(Path announcement) {
        var arguments = new ArrayList<String>(List.of("serve", "--model", model, "--port", Integer.toString(port)));
        arguments.addAll(List.of("--announce", announcement.toString(), "--until-stdin-closes"));
        arguments.addAll(options);
        return run(arguments);
    }

    private ProcessBuilder run(List<String> arguments) {
        var command =
                new ArrayList<String>(List.of(python, directory.resolve("run").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TRANSCRIBER_CACHE", cache.toAbsolutePath().toString());
        return builder;
    }
}
