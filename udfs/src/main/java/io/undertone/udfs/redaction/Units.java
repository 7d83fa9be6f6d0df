package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Unit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The units of a passage, in order. */
final class Units {
    private static final Set<String> CONNECTORS = Vocabulary.words("connector");
    private static final Set<String> REMARKS = Vocabulary.words("spelling");
    private static final Set<String> EXPLAINS = Vocabulary.words("explains");
    private static final Set<String> PHONETIC = Vocabulary.words("phonetic");

    /** Letters that are words, too. */
    private static final Set<String> WORDS_OF_ONE = Set.of("a", "i");

    private final Passage passage;
    private final NumberReader numbers;
    private final List<Unit> units = new ArrayList<>();
    private final int[] unitOf;

    Units(Passage passage) {
        this.passage = passage;
        numbers = new NumberReader(passage);
        unitOf = new int[passage.size()];
        for (int at = 0; at < passage.size(); ) {
            Unit unit = unitAt(at);
            for (int token = at; token <= unit.last(); token++) {
                unitOf[token] = units.size();
            }
            units.add(unit);
            at = unit.last() + 1;
        }
    }

    int size() {
        return units.size();
    }

    Unit get(int index) {
        return units.get(index);
    }

    /** The index of the unit that holds the token. */
    int of(int token) {
        return unitOf[token];
    }

    private Unit unitAt(int at) {
        Token token = passage.at(at);
        Atom number = numbers.read(at);
        if (number != null) {
            return new Unit(Kind.SPELLED, at, number.last());
        }
        if (token.isMark()) {
            return new Unit(Kind.MARK, at, at);
        }
        if (token.isDigits() || isSpelledWord(at)) {
            return new Unit(Kind.SPELLED, at, at);
        }
        if (isRepeated(at)) {
            return new Unit(Kind.SPELLED, at, at + 1);
        }
        if (token.isLetter() && !isWordOfOne(at)) {
            return new Unit(Kind.SPELLED, at, explained(at));
        }
        return new Unit(named(token), at, at);
    }

    private static Kind named(Token token) {
        if (token.in(CONNECTORS)) {
            return Kind.CONNECTOR;
        }
        return token.in(REMARKS) ? Kind.REMARK : Kind.WORD;
    }

    /** "double t". */
    private boolean isRepeated(int at) {
        return (passage.at(at).is("double") || passage.at(at).is("triple"))
                && passage.at(at + 1).isLetter();
    }

    /** The last token of "S", "S as in Sam", "S for Sam". */
    private int explained(int letter) {
        int next = passage.at(letter + 1).is(",") ? letter + 2 : letter + 1;
        if (passage.at(next).is("as") && passage.at(next + 1).is("in") && explains(letter, next + 2)) {
            return next + 2;
        }
        return passage.at(next).in(EXPLAINS) && explains(letter, next + 1) ? next + 1 : letter;
    }

    private boolean explains(int letter, int word) {
        return passage.at(word).isWord()
                && passage.at(word).text().startsWith(passage.at(letter).text());
    }

    /** "a" and "I" are letters only beside letters. */
    private boolean isWordOfOne(int at) {
        return passage.at(at).in(WORDS_OF_ONE)
                && !isLetterBeside(at, -1)
                && !isLetterBeside(at, 1)
                && explained(at) == at;
    }

    private boolean isLetterBeside(int at, int step) {
        int beside = passage.at(at + step).isMark() ? at + 2 * step : at + step;
        Token token = passage.at(beside);
        return token.isLetter()
                && !token.in(WORDS_OF_ONE)
                && token.line() == passage.at(at).line();
    }

    /** "Sierra" is a letter beside another such word. */
    private boolean isSpelledWord(int at) {
        return passage.at(at).in(PHONETIC)
                && (passage.at(at - 1).in(PHONETIC) || passage.at(at + 1).in(PHONETIC));
    }
}
