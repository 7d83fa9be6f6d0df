package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a passage that may be parts of one. */
final class DigitRuns {
    private static final Set<String> PAUSES = Vocabulary.words("pause");
    private static final Set<String> FILLERS = Vocabulary.words("filler");

    /** What recognisers write for digits amid digits. */
    private static final Map<String, String> SOUNDS =
            Map.of("for", "4", "to", "2", "too", "2", "won", "1", "ate", "8", "tree", "3", "sex", "6");

    /** "4111… uh, okay, and 1111": more between two numbers is a sentence. */
    private static final int LONGEST_PAUSE = 8;

    private static final int MOST_FILLERS = 4;

    private final Passage passage;
    private final NumberReader numbers;

    DigitRuns(Passage passage) {
        this.passage = passage;
        numbers = new NumberReader(passage);
    }

    List<DigitRun> all() {
        var runs = new ArrayList<DigitRun>();
        for (int at = 0; at < passage.size(); at++) {
            Atom atom = numbers.read(at);
            if (atom != null) {
                DigitRun run = from(atom);
                runs.add(run);
                at = run.lastToken();
            }
        }
        return runs;
    }

    private DigitRun from(Atom head) {
        var atoms = new ArrayList<Atom>();
        int digits = 0;
        for (Atom atom = head; atom != null; atom = after(atom.last())) {
            atoms.add(atom);
            digits += atom.digits().length();
        }
        String sound = SOUNDS.get(passage.at(head.first() - 1).text());
        if (sound != null && digits >= CardNumber.SHORTEST - 1) {
            atoms.add(0, new Atom(sound, head.first() - 1, head.first() - 1, false));
        }
        return new DigitRun(atoms);
    }

    /** A stroke parts dates, but follows an area code: "0171 / 23". */
    private boolean isPause(int at) {
        return passage.at(at).in(PAUSES)
                || (passage.at(at).is("/") && passage.at(at - 1).text().length() > 2);
    }

    private @Nullable Atom after(int last) {
        int fillers = 0;
        for (int at = last + 1; at <= last + LONGEST_PAUSE; at++) {
            Atom atom = numbers.read(at);
            if (atom != null) {
                return atom;
            }
            Token token = passage.at(at);
            String sound = SOUNDS.get(token.text());
            if (sound != null && numbers.read(at + 1) != null) {
                return new Atom(sound, at, at, false);
            }
            if (!isPause(at) && !(token.in(FILLERS) && ++fillers <= MOST_FILLERS)) {
                return null;
            }
        }
        return null;
    }
}
