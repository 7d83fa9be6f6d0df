package io.undertone.udfs.redaction;

/**
 * Finds numbers of payment cards: what Luhn's check confirms, and, because a recogniser may drop or double a digit, any long
 * number that the speakers called a card's.
 */
final class CardFinder implements Finder {
    /** Expiry as four to six digits and a code, said right after the number. */
    private static final int EXPIRY_AND_CODE = 10;

    /** Half of a card's number. */
    private static final int ENOUGH_IF_CALLED_SO = 8;

    @Override
    public void find(Passage passage, Findings findings) {
        for (DigitRun run : passage.runs()) {
            for (DigitRun reading : run.readings()) {
                confirmed(passage, reading, findings);
            }
            if (run.length() >= ENOUGH_IF_CALLED_SO
                    && passage.calls(run.firstToken(), run.lastToken()) == CueKind.CARD
                    && !Amounts.isAmount(passage, run)) {
                findings.add(passage, RedactedKind.CARD, run.firstToken(), run.lastToken());
            }
        }
    }

    private static void confirmed(Passage passage, DigitRun run, Findings findings) {
        int from = 0;
        while (from + CardNumber.SHORTEST <= run.length()) {
            int length = run.parts(from) ? CardNumber.lengthAt(run, from) : 0;
            if (length == 0) {
                from++;
                continue;
            }
            int to = run.length() - from - length <= EXPIRY_AND_CODE ? run.length() : from + length;
            findings.add(passage, RedactedKind.CARD, run.tokenOf(from), run.lastTokenOf(to - 1));
            from = to;
        }
    }
}
