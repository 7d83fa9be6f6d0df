package io.undertone.udfs.redaction;

import java.util.List;

/** Finds national ids of some countries: by their form, and after words that announce them by being a number at all. */
final class NationalIdFinder implements Finder {
    /** "The last four of my social." */
    private static final int ENOUGH_IF_CALLED_SO = 4;

    private final List<NationalId> ids;

    NationalIdFinder(List<String> countries) {
        ids = countries.stream().map(NationalId::valueOf).toList();
    }

    @Override
    public void find(Passage passage, Findings findings) {
        if (ids.isEmpty()) {
            return;
        }
        for (DigitRun run : passage.runs()) {
            CueKind called = passage.calls(run.firstToken(), run.lastToken());
            if (called == CueKind.NATIONAL_ID
                    && run.length() >= ENOUGH_IF_CALLED_SO
                    && !Amounts.isAmount(passage, run)) {
                findings.add(passage, RedactedKind.NATIONAL_ID, run.firstToken(), run.lastToken());
            } else if (called != CueKind.REFERENCE && called != CueKind.PHONE) {
                ids.forEach(id -> numbers(passage, id, run, findings));
            }
        }
        Characters.all(passage).forEach(spelled -> ids.forEach(id -> spelled(passage, id, spelled, findings)));
    }

    private static void numbers(Passage passage, NationalId id, DigitRun run, Findings findings) {
        for (int from = 0; from + id.length() <= run.length(); from++) {
            int to = from + id.length();
            if (run.parts(from)
                    && run.parts(to)
                    && id.isOne(run.digits().substring(from, to))
                    && id.isGrouped(run, from)) {
                findings.add(passage, RedactedKind.NATIONAL_ID, run.tokenOf(from), run.lastTokenOf(to - 1));
            }
        }
    }

    /** Ids that hold letters; those of digits alone were looked for among the numbers. */
    private static void spelled(Passage passage, NationalId id, Characters spelled, Findings findings) {
        for (int from = 0; from + id.length() <= spelled.length(); from++) {
            int to = from + id.length();
            String candidate = spelled.text().substring(from, to);
            if (spelled.parts(from)
                    && spelled.parts(to)
                    && candidate.chars().anyMatch(Character::isLetter)
                    && id.isOne(candidate)) {
                findings.add(passage, RedactedKind.NATIONAL_ID, spelled.tokenOf(from), spelled.lastTokenOf(to - 1));
            }
        }
    }
}
