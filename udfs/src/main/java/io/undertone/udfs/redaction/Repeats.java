package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Unit.Kind;
import java.util.Arrays;
import java.util.Set;

/** Finds names again where they are said without a cue: "thank you, so that's user one oh one". */
final class Repeats {
    /** A name that was found, from one token to another. */
    record Name(int first, int last, RedactedKind kind) {}

    /** Less is found everywhere. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 64;

    private final Passage passage;
    private final NumberReader numbers;
    private final StringBuilder characters = new StringBuilder();

    /** The unit of each character. */
    private final int[] unitOf;

    Repeats(Passage passage) {
        this.passage = passage;
        numbers = new NumberReader(passage);
        Units units = passage.units();
        int length = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            length += spelling(units.get(unit)).length();
        }
        unitOf = new int[length];
        for (int unit = 0; unit < units.size(); unit++) {
            int from = characters.length();
            characters.append(spelling(units.get(unit)));
            Arrays.fill(unitOf, from, characters.length(), unit);
        }
    }

    void find(Set<Name> names, Findings findings) {
        for (Name name : names) {
            String spelling = spelling(name);
            if (spelling.length() >= SHORTEST && spelling.length() <= LONGEST) {
                find(spelling, name.kind(), findings);
            }
        }
    }

    private void find(String spelling, RedactedKind kind, Findings findings) {
        int from = characters.indexOf(spelling);
        while (from >= 0) {
            int to = from + spelling.length();
            if (parts(from) && parts(to)) {
                Units units = passage.units();
                findings.add(
                        passage,
                        kind,
                        units.get(unitOf[from]).first(),
                        units.get(unitOf[to - 1]).last());
            }
            from = characters.indexOf(spelling, to);
        }
    }

    private boolean parts(int at) {
        return at == 0 || at == unitOf.length || unitOf[at] != unitOf[at - 1];
    }

    private String spelling(Name name) {
        Units units = passage.units();
        var spelling = new StringBuilder();
        for (int unit = units.of(name.first()); unit <= units.of(name.last()); unit++) {
            spelling.append(spelling(units.get(unit)));
        }
        return spelling.toString();
    }

    /** As it would be typed, without what connects. */
    private String spelling(Unit unit) {
        if (unit.is(Kind.MARK) || unit.is(Kind.CONNECTOR)) {
            return "";
        }
        Atom number = numbers.read(unit.first());
        return number == null ? passage.at(unit.first()).text() : number.digits();
    }
}
