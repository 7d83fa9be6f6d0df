package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the sentences of several parts, in the order of the call. A call of hours has more of them than anybody reads:
 * then those of the parts with most speech are told.
 */
final class Summaries {
    private static final int LONGEST_CHARS = 800;
    private static final Pattern FULL_STOP = Pattern.compile("[.\\s]+$");

    private static final Comparator<Clause> BY_SPEECH =
            Comparator.comparingDouble(Clause::speechSeconds).reversed();

    private Summaries() {}

    static @Nullable String joined(Collection<Answered> answers) {
        List<Clause> clauses = new ArrayList<>();
        for (Answered answered : answers) {
            String summary = answered.answer().summary;
            if (summary != null) {
                String text = FULL_STOP.matcher(summary).replaceAll("");
                clauses.add(
                        new Clause(answered.part().number, text, answered.part().speechSeconds(), summary));
            }
        }
        if (clauses.size() <= 1) {
            return clauses.isEmpty() ? null : clauses.get(0).summary();
        }
        return told(clauses).stream().map(Clause::text).distinct().collect(Collectors.joining("; ")) + ".";
    }

    private static List<Clause> told(List<Clause> clauses) {
        List<Clause> told = new ArrayList<>();
        int chars = 0;
        for (Clause clause : clauses.stream().sorted(BY_SPEECH).toList()) {
            chars += clause.text().length();
            if (chars <= LONGEST_CHARS || told.isEmpty()) {
                told.add(clause);
            }
        }
        told.sort(Comparator.comparingInt(Clause::part));
        return told;
    }

    /** A sentence without its end, and the whole of it. */
    private record Clause(int part, String text, double speechSeconds, String summary) {}
}
