package io.undertone.local.transcriber;

import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** A JVM that starts a transcriber, tells its address, and waits to be killed. */
final class TranscriberInAnotherJvm {
    private TranscriberInAnotherJvm() {}

    static Process start(Path log) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Dundertone.root=" + ProjectRoot.path(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranscriberInAnotherJvm.class.getName(),
                        log.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws Exception {
        var settings = TranscriberSettings.of(ProjectRoot.path());
        try (var transcriber = TranscriberProcess.start(settings, Path.of(arguments[0]), line -> {})) {
            System.out.println(transcriber.baseUrl());
            while (System.in.read() >= 0) {
                // whoever started this JVM never writes, and kills it
            }
        }
    }
}
