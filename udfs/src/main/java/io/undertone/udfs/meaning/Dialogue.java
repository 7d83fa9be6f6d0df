package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a call, line by line in the order of time. A function of its lines, in whatever order they come: who cuts it
 * again gets the same numbers and the same parts.
 */
public final class Dialogue {
    private static final Comparator<DialogueLine> BY_TIME = Comparator.<DialogueLine>comparingDouble(
                    line -> line.beginS)
            .thenComparing(line -> line.legId)
            .thenComparingInt(line -> line.utterance);

    private final List<DialogueLine> lines;

    private Dialogue(List<DialogueLine> lines) {
        this.lines = lines;
    }

    /** Numbers copies of the lines that have words, from 1. */
    public static Dialogue of(List<DialogueLine> spoken) {
        List<DialogueLine> lines = new ArrayList<>();
        spoken.stream().filter(line -> !line.text.isBlank()).sorted(BY_TIME).forEach(line -> {
            DialogueLine numbered = copy(line);
            numbered.number = lines.size() + 1;
            lines.add(numbered);
        });
        return new Dialogue(lines);
    }

    public List<DialogueLine> lines() {
        return List.copyOf(lines);
    }

    /**
     * Cuts between lines, so that no part is longer than it must be and the last is about as long as the others.
     *
     * @param key of the part of the call
     * @param longestChars of a part; a single line may be longer
     * @return nothing where nothing was said
     */
    public List<AnalysisPart> parts(String key, String tenantId, @Nullable String language, int longestChars) {
        if (longestChars < 1) {
            throw new IllegalArgumentException("need parts of at least 1 character, got %d".formatted(longestChars));
        }
        List<List<DialogueLine>> cut = cut(longestChars);
        List<AnalysisPart> parts = new ArrayList<>();
        for (List<DialogueLine> stretch : cut) {
            var part = new AnalysisPart();
            part.key = key;
            part.number = parts.size() + 1;
            part.parts = cut.size();
            part.language = language;
            part.tenantId = tenantId;
            part.lines = stretch;
            parts.add(part);
        }
        return parts;
    }

    private List<List<DialogueLine>> cut(int longestChars) {
        long left = lines.stream().mapToLong(line -> line.text.length()).sum();
        List<List<DialogueLine>> stretches = new ArrayList<>();
        List<DialogueLine> stretch = new ArrayList<>();
        long chars = 0;
        for (DialogueLine line : lines) {
            boolean full = chars >= evenShare(left, longestChars) || chars + line.text.length() > longestChars;
            if (full && !stretch.isEmpty()) {
                stretches.add(stretch);
                stretch = new ArrayList<>();
                left -= chars;
                chars = 0;
            }
            stretch.add(line);
            chars += line.text.length();
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        return stretches;
    }

    /** Of what is left, in as few parts as it takes. */
    private static long evenShare(long left, int longestChars) {
        long fewest = Math.max(1, (left + longestChars - 1) / longestChars);
        return (left + fewest - 1) / fewest;
    }

    private static DialogueLine copy(DialogueLine line) {
        var copy = new DialogueLine();
        copy.number = line.number;
        copy.legId = line.legId;
        copy.utterance = line.utterance;
        copy.role = line.role;
        copy.voice = line.voice;
        copy.beginS = line.beginS;
        copy.endS = line.endS;
        copy.text = line.text;
        copy.overlap = line.overlap;
        copy.loudnessDeltaDb = line.loudnessDeltaDb;
        copy.mood = line.mood;
        return copy;
    }
}
