package io.undertone.udfs.redaction;

import java.util.Set;

/**
 * Finds telephone numbers: E.164 after a plus or "double oh", the national forms of the United States and Canada, the United
 * Kingdom and Germany, and whatever the speakers call a telephone number.
 */
final class PhoneFinder implements Finder {
    /** E.164, 6.2.1. */
    private static final int LONGEST = 15;

    private static final int SHORTEST = 7;
    private static final int NORTH_AMERICAN = 10;

    /** Berlin's short ones: 030 and six digits. */
    private static final int SHORTEST_TRUNK = 9;

    private static final Set<String> BETWEEN_AMOUNTS = Set.of("and", "to", "or", "by", "for");

    @Override
    public void find(Passage passage, Findings findings) {
        for (DigitRun run : passage.runs()) {
            CueKind called = passage.calls(run.firstToken(), run.lastToken());
            if (run.length() < SHORTEST || Amounts.isAmount(passage, run)) {
                continue;
            }
            Token before = passage.at(run.firstToken() - 1);
            if (called == CueKind.PHONE || before.is("+") || before.is("plus")) {
                findings.add(passage, RedactedKind.PHONE, run.firstToken(), run.lastToken());
            } else if (called != CueKind.REFERENCE) {
                run.readings().forEach(reading -> byShape(passage, reading, findings));
            }
        }
    }

    private static void byShape(Passage passage, DigitRun run, Findings findings) {
        if (isLocal(passage, run)) {
            findings.add(passage, RedactedKind.PHONE, run.firstToken(), run.lastToken());
        }
        int from = 0;
        while (from + SHORTEST <= run.length()) {
            int length = run.parts(from) ? lengthAt(run, from) : 0;
            if (length > 0) {
                findings.add(passage, RedactedKind.PHONE, run.tokenOf(from), run.lastTokenOf(from + length - 1));
            }
            from += Math.max(1, length);
        }
    }

    private static int lengthAt(DigitRun run, int from) {
        int left = run.length() - from;
        if (run.digits().charAt(from) == '0') {
            boolean begins = from == 0 || run.isInGroup(from);
            return begins && left >= SHORTEST_TRUNK && left <= LONGEST && isTrunk(run.digits(), from) ? left : 0;
        }
        int code = run.digits().charAt(from) == '1' ? 1 : 0;
        int to = from + code + NORTH_AMERICAN;
        return to <= run.length() && run.parts(to) && isNorthAmerican(run, from + code) ? to - from : 0;
    }

    /** 020…, 07…, 030…, 0170…, and 0044…, 0049…: one zero or two, then a digit that is none. */
    private static boolean isTrunk(String digits, int from) {
        return digits.charAt(from + 1) != '0' || digits.charAt(from + 2) != '0';
    }

    /** Area code and exchange begin with two or more: NANPA's numbering plan. */
    private static boolean isNorthAmerican(DigitRun run, int from) {
        int to = from + NORTH_AMERICAN;
        boolean shaped = run.isGrouped(from, to, 3, 3, 4)
                || run.isGrouped(from, to, 3, 7)
                || run.isGrouped(from, to, 3, 3, 2, 2);
        return run.digits().charAt(from) >= '2'
                && run.digits().charAt(from + 3) >= '2'
                && (shaped || run.isUngrouped(from, to));
    }

    /** "555-0123": only as a whole, only in this grouping, and no range: "from 200 to 1500". */
    private static boolean isLocal(Passage passage, DigitRun run) {
        if (run.length() != SHORTEST || run.digits().charAt(0) < '2' || !run.isGrouped(0, SHORTEST, 3, 4)) {
            return false;
        }
        for (int token = run.firstToken(); token < run.lastToken(); token++) {
            if (passage.at(token).in(BETWEEN_AMOUNTS)) {
                return false;
            }
        }
        return true;
    }
}
