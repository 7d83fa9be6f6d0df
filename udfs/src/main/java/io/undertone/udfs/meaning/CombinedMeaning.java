package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the answers of two analysts about one part together, task by task. */
final class CombinedMeaning {
    private final PartMeaning one;
    private final PartMeaning other;
    private final Set<MeaningTask> ofTheOther;

    private CombinedMeaning(PartMeaning one, PartMeaning other, Set<MeaningTask> ofTheOther) {
        this.one = one;
        this.other = other;
        this.ofTheOther = ofTheOther;
    }

    static PartMeaning of(PartMeaning one, PartMeaning other, Set<MeaningTask> ofTheOther) {
        return new CombinedMeaning(one, other, ofTheOther).combined();
    }

    private PartMeaning combined() {
        var both = new PartMeaning();
        both.part = one.part;
        both.lines = lines();
        both.roles = new HashMap<>(by(MeaningTask.ROLES).roles);
        both.conflict = by(MeaningTask.CONFLICT).conflict;
        both.summary = by(MeaningTask.SUMMARY).summary;
        both.topic = by(MeaningTask.TOPIC).topic;
        both.issue = by(MeaningTask.ISSUE).issue;
        both.outcome = by(MeaningTask.OUTCOME).outcome;
        both.actions = by(MeaningTask.ACTIONS).actions;
        both.gaps = named(meaning -> meaning.gaps);
        both.notOffered = named(meaning -> meaning.notOffered);
        both.status = status(both.gaps).name();
        both.failure = one.failure == null ? other.failure : one.failure;
        both.promptTokens = one.promptTokens + other.promptTokens;
        both.completionTokens = one.completionTokens + other.completionTokens;
        both.millis = Math.max(one.millis, other.millis);
        both.analyst = joined(one.analyst, other.analyst);
        both.promptVersion = joined(one.promptVersion, other.promptVersion);
        return both;
    }

    private PartMeaning by(MeaningTask task) {
        return ofTheOther.contains(task) ? other : one;
    }

    private List<LineMeaning> lines() {
        Map<Integer, LineMeaning> lines = new TreeMap<>();
        by(MeaningTask.SENTIMENT).lines.forEach(line -> line(lines, line.line).sentiment = line.sentiment);
        by(MeaningTask.PROFANITY).lines.forEach(line -> line(lines, line.line).profane = line.profane);
        return new ArrayList<>(lines.values());
    }

    private static LineMeaning line(Map<Integer, LineMeaning> lines, int number) {
        return lines.computeIfAbsent(number, missing -> {
            var line = new LineMeaning();
            line.line = missing;
            return line;
        });
    }

    /** Of each list the names of what its analyst is there for. */
    private List<String> named(Function<PartMeaning, List<String>> names) {
        List<String> named = new ArrayList<>();
        for (MeaningTask task : MeaningTask.values()) {
            names.apply(by(task)).stream().filter(task::isNamedBy).forEach(named::add);
        }
        return named;
    }

    private MeaningStatus status(List<String> gaps) {
        Set<MeaningStatus> given = EnumSet.of(MeaningStatus.valueOf(one.status), MeaningStatus.valueOf(other.status));
        if (given.size() == 1) {
            MeaningStatus same = given.iterator().next();
            return same == MeaningStatus.PARTIAL && gaps.isEmpty() ? MeaningStatus.COMPLETE : same;
        }
        boolean answered = given.contains(MeaningStatus.COMPLETE) || given.contains(MeaningStatus.PARTIAL);
        if (!answered) {
            return MeaningStatus.FAILED;
        }
        return gaps.isEmpty() ? MeaningStatus.COMPLETE : MeaningStatus.PARTIAL;
    }

    private static String joined(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other)
                .flatMap(Stream::ofNullable)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" + "));
    }
}
