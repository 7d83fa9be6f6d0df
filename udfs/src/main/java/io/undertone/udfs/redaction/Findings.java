package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was found in the lines of a call, whatever passage it was read in. */
final class Findings {
    private record Find(int begin, int end, RedactedKind kind) {}

    private static final Set<String> FILLERS = Vocabulary.words("filler");

    private final Map<Integer, List<Find>> byLine = new TreeMap<>();

    /** From one token of the passage to another, both included, on every line that they touch. */
    void add(Passage passage, RedactedKind kind, int first, int last) {
        boolean oneLine = passage.at(first).line() == passage.at(last).line();
        int from = first;
        while (from <= last) {
            int to = from;
            while (to < last && passage.at(to + 1).line() == passage.at(from).line()) {
                to++;
            }
            addToLine(
                    passage, kind, oneLine ? from : withoutFillers(passage, from, to), withoutMarks(passage, from, to));
            from = to + 1;
        }
    }

    private void addToLine(Passage passage, RedactedKind kind, int first, int last) {
        if (first <= last) {
            byLine.computeIfAbsent(passage.at(first).line(), absent -> new ArrayList<>())
                    .add(new Find(passage.at(first).begin(), passage.at(last).end(), kind));
        }
    }

    /** The first token that is more than an "mm-hm": what the other speaker says amid a number stays. */
    private static int withoutFillers(Passage passage, int first, int last) {
        int token = first;
        while (token <= last && (passage.at(token).isMark() || passage.at(token).in(FILLERS))) {
            token++;
        }
        return token;
    }

    /** The last token that is more than the end of a sentence. */
    private static int withoutMarks(Passage passage, int first, int last) {
        int token = last;
        while (token > first && passage.at(token).isMark()) {
            token--;
        }
        return token;
    }

    RedactedText apply(int line, String text) {
        var kept = new StringBuilder();
        var spans = new ArrayList<RedactedSpan>();
        int from = 0;
        for (Find find : merged(line, text)) {
            kept.append(text, from, find.begin).append('[').append(find.kind).append(']');
            spans.add(new RedactedSpan(find.begin, find.end, find.kind));
            from = find.end;
        }
        return new RedactedText(kept.append(text, from, text.length()).toString(), spans);
    }

    private List<Find> merged(int line, String text) {
        List<Find> finds = new ArrayList<>(byLine.getOrDefault(line, List.of()));
        finds.sort(Comparator.comparingInt(Find::begin));
        var merged = new ArrayList<Find>();
        for (Find find : finds) {
            Find last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null
                    && (find.begin < last.end || (last.kind == find.kind && isNothing(text, last.end, find.begin)))) {
                RedactedKind kind = last.kind.compareTo(find.kind) <= 0 ? last.kind : find.kind;
                merged.set(merged.size() - 1, new Find(last.begin, Math.max(last.end, find.end), kind));
            } else {
                merged.add(find);
            }
        }
        return merged;
    }

    private static boolean isNothing(String text, int from, int to) {
        return text.substring(from, to).codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
