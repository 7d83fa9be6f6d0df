package io.undertone.local.sql;

import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** The questions of {@code docs/queries.sql}, and how a shell would ask them. */
public final class AnalystQueries {
    private static final Pattern QUESTION = Pattern.compile("(?ms)^-- (\\d+)\\. ([^\n]+)\n(SELECT\n[^;]+;)\n");

    /** One of them; {@code words} say what it asks. */
    public record Question(int number, String words, String query) {
        @Override
        public String toString() {
            return number + ". " + words;
        }
    }

    private AnalystQueries() {}

    public static List<Question> all() throws IOException {
        String file = Files.readString(ProjectRoot.path().resolve("docs/queries.sql"));
        return QUESTION.matcher(file)
                .results()
                .map(found -> new Question(Integer.parseInt(found.group(1)), found.group(2), found.group(3)))
                .toList();
    }

    /** The rows of the answer as JSON, as {@code undertone sql} prints them for these options. */
    public static List<String> ask(List<String> options, Question question) {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--format", "JSON", question.query()));
        int exit = new CommandLine(new SqlCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("question %s has no answer: %s".formatted(question, err));
        }
        return out.toString().lines().toList();
    }
}
