package io.undertone.udfs.meaning.lexical;

import io.undertone.udfs.meaning.DialogueLine;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sentence of a dialogue. */
record Sentence(DialogueLine line, String text, int words) {
    /** Those of some lines, in order. */
    static List<Sentence> of(List<DialogueLine> lines) {
        var sentences = new ArrayList<Sentence>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        for (DialogueLine line : lines) {
            breaks.setText(line.text);
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
                String text = line.text.substring(from, to).strip();
                sentences.add(new Sentence(line, text, SpokenWords.of(text).size()));
                from = to;
            }
        }
        return sentences;
    }
}
