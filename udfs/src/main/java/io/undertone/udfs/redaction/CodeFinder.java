package io.undertone.udfs.redaction;

/** Finds security codes of cards and one-time codes: three to eight digits after words that announce them. */
final class CodeFinder implements Finder {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;

    @Override
    public void find(Passage passage, Findings findings) {
        for (DigitRun run : passage.runs()) {
            if (run.length() >= SHORTEST
                    && run.length() <= LONGEST
                    && passage.calls(run.firstToken(), run.lastToken()) == CueKind.CODE
                    && !Amounts.isAmount(passage, run)) {
                findings.add(passage, RedactedKind.CODE, run.firstToken(), run.lastToken());
            }
        }
    }
}
