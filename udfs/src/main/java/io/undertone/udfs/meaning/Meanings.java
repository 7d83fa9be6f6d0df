package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes one meaning of a dialogue's parts: a function of parts and answers, whatever order these came in.
 *
 * <p>There is conflict if any part has some, and none only if every part says so. The topic is that of most speech. The issue is
 * the first that is stated, the outcome the last that is reached; actions are all, each once.
 */
public final class Meanings {
    private static final int MOST_ACTIONS = 20;

    private final SortedMap<Integer, AnalysisPart> parts = new TreeMap<>();
    private final SortedMap<Integer, Answered> answers = new TreeMap<>();

    private Meanings(List<AnalysisPart> parts, List<PartMeaning> answers) {
        parts.forEach(part -> this.parts.put(part.number, part));
        for (PartMeaning answer : answers) {
            AnalysisPart part = this.parts.get(answer.part);
            if (part != null) {
                this.answers.putIfAbsent(answer.part, new Answered(part, answer));
            }
        }
    }

    /**
     * Merges what is there, and says what is not.
     *
     * @param parts of the dialogue, all of them
     * @param answers about some or all of the parts; of several about one, the first in the list counts
     */
    public static CallMeaning merged(List<AnalysisPart> parts, List<PartMeaning> answers) {
        return new Meanings(parts, answers).merged();
    }

    private CallMeaning merged() {
        var call = new CallMeaning();
        call.lines = lines();
        call.roles = SpokenMost.roles(answers.values());
        call.conflict = conflict();
        call.summary = Summaries.joined(answers.values());
        call.topic = SpokenMost.topic(answers.values());
        call.issue = each(answer -> answer.issue).findFirst().orElse(null);
        call.outcome =
                each(answer -> answer.outcome).reduce((one, later) -> later).orElse(null);
        call.actions = actions();
        call.gaps = gaps();
        call.notOffered = each(answer -> answer.notOffered)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        call.status = status(call).name();
        call.failure = each(answer -> answer.failure).findFirst().orElse(null);
        account(call);
        return call;
    }

    /** Answers about lines that the part does not have are not answers. */
    private List<LineMeaning> lines() {
        Map<Integer, LineMeaning> lines = new TreeMap<>();
        for (Answered answered : answers.values()) {
            Set<Integer> asked =
                    answered.part().lines.stream().map(line -> line.number).collect(Collectors.toSet());
            answered.answer().lines.stream()
                    .filter(line -> asked.contains(line.line))
                    .forEach(line -> lines.putIfAbsent(line.line, line));
        }
        return new ArrayList<>(lines.values());
    }

    private @Nullable Boolean conflict() {
        List<Boolean> said = each(answer -> answer.conflict).toList();
        if (said.contains(true)) {
            return true;
        }
        boolean everyPart = !said.isEmpty() && said.size() == parts.size();
        return everyPart ? false : null;
    }

    private @Nullable List<String> actions() {
        if (each(answer -> answer.actions).findAny().isEmpty()) {
            return null;
        }
        Map<String, String> distinct = new LinkedHashMap<>();
        each(answer -> answer.actions)
                .flatMap(List::stream)
                .forEach(action -> distinct.putIfAbsent(TopicNames.key(action), action));
        return distinct.values().stream().limit(MOST_ACTIONS).collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> gaps() {
        Set<String> gaps = new LinkedHashSet<>();
        parts.keySet().forEach(number -> {
            Answered answered = answers.get(number);
            gaps.addAll(answered == null ? List.of("part:" + number) : answered.answer().gaps);
        });
        return new ArrayList<>(gaps);
    }

    private MeaningStatus status(CallMeaning call) {
        Set<MeaningStatus> given =
                each(answer -> MeaningStatus.valueOf(answer.status)).collect(Collectors.toSet());
        boolean answered = given.contains(MeaningStatus.COMPLETE) || given.contains(MeaningStatus.PARTIAL);
        if (!answered && !parts.isEmpty()) {
            boolean language = given.contains(MeaningStatus.LANGUAGE) && given.size() == 1;
            return language && answers.size() == parts.size() ? MeaningStatus.LANGUAGE : MeaningStatus.FAILED;
        }
        boolean whole = given.size() <= 1 && !given.contains(MeaningStatus.PARTIAL) && call.gaps.isEmpty();
        return whole ? MeaningStatus.COMPLETE : MeaningStatus.PARTIAL;
    }

    private void account(CallMeaning call) {
        call.promptTokens = (int) sum(answer -> answer.promptTokens);
        call.completionTokens = (int) sum(answer -> answer.completionTokens);
        call.millis = sum(answer -> answer.millis);
        call.analyst = all(answer -> answer.analyst);
        call.promptVersion = all(answer -> answer.promptVersion);
    }

    private long sum(ToLongFunction<PartMeaning> figure) {
        return answers.values().stream().map(Answered::answer).mapToLong(figure).sum();
    }

    private String all(Function<PartMeaning, String> name) {
        return each(name).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining(" + "));
    }

    /** What the answers say, in the order of the parts, where they say it. */
    private <T> Stream<T> each(Function<PartMeaning, @Nullable T> question) {
        return answers.values().stream().map(Answered::answer).map(question).flatMap(Stream::ofNullable);
    }
}
