package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a call is read in one go: all of it, for the answer stands in another line than its question; and each speaker by
 * itself, for a number goes on after the other's "mm-hm".
 */
final class Passages {
    /** What others may say amid a number: "sorry, could you say the last four again?" Beyond it the speaker begins anew. */
    private static final int BETWEEN = 15;

    private static final class Speaker {
        private List<Token> tokens = new ArrayList<>();

        /** How much was said in the call when this speaker's last line ended. */
        private int until;
    }

    private final List<Token> all = new ArrayList<>();
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();

    private Passages() {}

    static List<Passage> of(List<SpokenLine> lines) {
        var passages = new Passages();
        for (int line = 0; line < lines.size(); line++) {
            passages.add(line, lines.get(line));
        }
        return passages.finished();
    }

    private void add(int number, SpokenLine line) {
        List<Token> tokens = Tokenizer.tokens(number, line.text());
        Speaker speaker = speakers.computeIfAbsent(line.leg() + "/" + line.voice(), absent -> new Speaker());
        if (all.size() - speaker.until > BETWEEN) {
            finish(speaker);
        }
        all.addAll(tokens);
        speaker.tokens.addAll(tokens);
        speaker.until = all.size();
    }

    private void finish(Speaker speaker) {
        if (!speaker.tokens.isEmpty()) {
            passages.add(new Passage(speaker.tokens, false));
            speaker.tokens = new ArrayList<>();
        }
    }

    private List<Passage> finished() {
        if (speakers.size() > 1) {
            speakers.values().forEach(this::finish);
        }
        passages.add(new Passage(all, true));
        return passages;
    }
}
