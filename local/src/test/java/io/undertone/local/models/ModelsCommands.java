package io.undertone.local.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** {@code undertone models} on a shelf of its own, and what it said last. */
final class ModelsCommands {
    private final ModelShelf shelf;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    ModelsCommands(ModelShelf shelf) {
        this.shelf = shelf;
    }

    /** The exit code. */
    int run(Object... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = Stream.concat(Stream.of(arguments).map(String::valueOf), shelf.options().stream())
                .toList();
        return new CommandLine(new ModelsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
