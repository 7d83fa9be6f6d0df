package io.undertone.udfs.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The phrases that say what comes: {@code cues.txt}, looked up word by word; the longest wins. */
final class Cues {
    /** "C. V. V.", "e-mail". */
    private static final Set<String> INSIDE = Set.of("-", ".");

    private static final String MAYBE = "maybe ";

    private static final Node ROOT = new Node();

    static {
        Vocabulary.read("cues.txt", ", ").forEach(Cues::add);
    }

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private CueKind kind = CueKind.NONE;
        private boolean sure;
    }

    private Cues() {}

    private static void add(String section, List<String> phrases) {
        for (String phrase : phrases) {
            Node node = ROOT;
            for (String word : phrase.split(" ", -1)) {
                node = node.next.computeIfAbsent(word, absent -> new Node());
            }
            node.kind = CueKind.valueOf(section.replace(MAYBE, "").toUpperCase(Locale.ROOT));
            node.sure = !section.startsWith(MAYBE);
        }
    }

    /** The longest cue that begins at the token. */
    static @Nullable Cue at(Passage passage, int first) {
        Cue longest = null;
        int token = first;
        for (Node node = ROOT.next.get(passage.at(first).text()); node != null; ) {
            if (node.kind != CueKind.NONE) {
                longest = new Cue(node.kind, node.sure, first, token);
            }
            token = passage.at(token + 1).in(INSIDE) ? token + 2 : token + 1;
            node = node.next.get(passage.at(token).text());
        }
        return longest;
    }
}
