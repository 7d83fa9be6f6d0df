package io.undertone.udfs.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds lines that read as instructions to whoever analyses the call, and not as something said to the other party. People who
 * know that a language model will read their call can speak to it; what is found here is asked about alone, so that it can
 * change nothing but its own line.
 *
 * <p>It looks for forms, which stand in a file of patterns beside this class: what is cunning enough to look like talk passes.
 * Being found by mistake costs a line its context and nothing else.
 */
public final class AddressedLines {
    /** An instruction may be spoken in several breaths. */
    private static final int MOST_LINES_OF_ONE = 3;

    private static final String FILE = "addressed.patterns";
    private static final List<Pattern> RAW = patterns("raw ");
    private static final List<Pattern> PLAIN = patterns("plain ");

    private AddressedLines() {}

    /** Their numbers. */
    public static Set<Integer> in(List<DialogueLine> lines) {
        Map<String, List<DialogueLine>> bySpeaker = new LinkedHashMap<>();
        lines.forEach(line -> bySpeaker
                .computeIfAbsent(line.speaker(), whose -> new ArrayList<>())
                .add(line));
        Set<Integer> found = new TreeSet<>();
        bySpeaker.values().forEach(spoken -> find(spoken, found));
        return found;
    }

    /** Whether {@code text} reads as an instruction to a machine. */
    public static boolean reads(String text) {
        return spans(List.of(text));
    }

    /** A stretch is to blame if an instruction begins in its first line and ends in its last. */
    private static void find(List<DialogueLine> spoken, Set<Integer> found) {
        for (int length = 1; length <= MOST_LINES_OF_ONE; length++) {
            for (int from = 0; from + length <= spoken.size(); from++) {
                List<DialogueLine> stretch = spoken.subList(from, from + length);
                if (spans(stretch.stream().map(line -> line.text).toList())) {
                    stretch.forEach(line -> found.add(line.number));
                }
            }
        }
    }

    private static boolean spans(List<String> texts) {
        String first = texts.get(0);
        String last = texts.get(texts.size() - 1);
        String all = String.join(" ", texts);
        return anySpans(RAW, all, first.length(), last.length())
                || anySpans(
                        PLAIN,
                        PlainText.of(all),
                        PlainText.of(first).length(),
                        PlainText.of(last).length());
    }

    private static boolean anySpans(List<Pattern> patterns, String all, int firstChars, int lastChars) {
        return patterns.stream().map(pattern -> pattern.matcher(all)).anyMatch(matcher -> {
            while (matcher.find()) {
                if (matcher.start() < firstChars && matcher.end() > all.length() - lastChars) {
                    return true;
                }
            }
            return false;
        });
    }

    private static List<Pattern> patterns(String kind) {
        try (InputStream in = Objects.requireNonNull(AddressedLines.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(kind))
                    .map(line -> Pattern.compile(
                            line.substring(kind.length()).strip(),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " in this jar cannot be read", e);
        }
    }
}
