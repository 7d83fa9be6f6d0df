package io.undertone.bench;

import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A main class in a process of its own, on this one's class path. */
final class ChildJvm {
    private final List<String> command = new ArrayList<>();

    private ChildJvm() {}

    static ChildJvm of(Class<?> main, String heap) {
        var child = new ChildJvm();
        return child.with(
                ProcessHandle.current().info().command().orElse("java"),
                heap,
                "-Dundertone.root=" + ProjectRoot.path(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    ChildJvm with(String... arguments) {
        command.addAll(List.of(arguments));
        return this;
    }

    Process start(ProcessBuilder.Redirect output) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(output)
                .start();
    }
}
