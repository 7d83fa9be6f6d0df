package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
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

    private Summaries() {}

    static @Nullable String joined(Map<Integer, AnalysisPart> parts, Map<Integer, PartMeaning> answers) {
        List<PartMeaning> told = answers.values().stream()
                .filter(answer -> answer.summary != null)
                .toList();
        if (told.size() <= 1) {
            return told.isEmpty() ? null : told.get(0).summary;
        }
        return told(told, parts).stream()
                        .map(number -> clause(answers.get(number)))
                        .distinct()
                        .collect(Collectors.joining("; "))
                + ".";
    }

    private static TreeSet<Integer> told(List<PartMeaning> summaries, Map<Integer, AnalysisPart> parts) {
        List<PartMeaning> byWeight = new ArrayList<>(summaries);
        byWeight.sort(
                Comparator.comparingDouble(answer -> -parts.get(answer.part).speechSeconds()));
        var told = new TreeSet<Integer>();
        int chars = 0;
        for (PartMeaning answer : byWeight) {
            chars += clause(answer).length();
            if (chars <= LONGEST_CHARS || told.isEmpty()) {
                told.add(answer.part);
            }
        }
        return told;
    }

    private static String clause(PartMeaning answer) {
        return FULL_STOP.matcher(String.valueOf(answer.summary)).replaceAll("");
    }
}
