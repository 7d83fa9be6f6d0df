package io.undertone.local.sql;

import io.undertone.job.config.LakeConfig;
import io.undertone.local.command.ProjectRoot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The questions of {@code docs/queries.sql}, and their answers as {@code undertone sql} prints them. */
public final class AnalystQueries {
    private static final Pattern QUESTION = Pattern.compile("(?ms)^-- (\\d+)\\. ([^\n]+)\n(SELECT\n[^;]+;)\n");

    private AnalystQueries() {}

    /** By number, the rows of each answer as JSON. */
    public static Map<Integer, List<String>> answers(LakeConfig lake) throws Exception {
        LakeSession session = LakeSession.open(lake, ProjectRoot.path());
        Map<Integer, List<String>> answers = new TreeMap<>();
        for (var question : questions().entrySet()) {
            var out = new StringWriter();
            Answer.print(session.execute(question.getValue()), SqlCommand.Format.JSON, new PrintWriter(out, true));
            answers.put(question.getKey(), out.toString().lines().toList());
        }
        return answers;
    }

    private static Map<Integer, String> questions() throws IOException {
        Map<Integer, String> questions = new TreeMap<>();
        QUESTION.matcher(Files.readString(ProjectRoot.path().resolve("docs/queries.sql")))
                .results()
                .forEach(found -> questions.put(Integer.parseInt(found.group(1)), found.group(3)));
        return questions;
    }
}
