package io.undertone.udfs.redaction;

import io.undertone.udfs.redaction.Unit.Kind;

/** Finds what is spelled after an address or a name was asked for: "bunyamin, that's B U N Y A M I N". */
final class SpelledFinder implements Finder {
    /** Two are an abbreviation. */
    private static final int FEWEST_LETTERS = 3;

    @Override
    public void find(Passage passage, Findings findings) {
        Units units = passage.units();
        for (int index = 0; index < units.size(); index++) {
            if (units.get(index).is(Kind.SPELLED)) {
                int end = endOfSpelling(units, index);
                if (letters(passage, index, end) >= FEWEST_LETTERS) {
                    spelled(passage, units.get(index).first(), units.get(end).last(), findings);
                }
                index = end;
            }
        }
    }

    private static void spelled(Passage passage, int first, int last, Findings findings) {
        if (passage.cued(CueKind.EMAIL, first)) {
            findings.add(passage, RedactedKind.EMAIL, first, last);
        } else if (passage.cued(CueKind.USERNAME, first)) {
            findings.add(passage, RedactedKind.USERNAME, first, last);
        } else if (passage.cued(CueKind.PASSWORD, first)) {
            findings.add(passage, RedactedKind.CODE, first, last);
        }
    }

    /** The last unit of the spelling; marks and connectors may stand between two. */
    private static int endOfSpelling(Units units, int first) {
        int last = first;
        int next = first + 1;
        while (next < units.size() && !units.get(next).is(Kind.WORD)) {
            last = units.get(next).is(Kind.SPELLED) ? next : last;
            next++;
        }
        return last;
    }

    private static int letters(Passage passage, int first, int last) {
        int letters = 0;
        for (int index = first; index <= last; index++) {
            letters += passage.at(passage.units().get(index).first()).isLetter() ? 1 : 0;
        }
        return letters;
    }
}
