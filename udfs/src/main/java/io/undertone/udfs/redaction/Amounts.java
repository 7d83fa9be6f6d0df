package io.undertone.udfs.redaction;

import java.util.Set;

/** Tells prices and quantities from numbers that name something. */
final class Amounts {
    private static final Set<String> UNITS = Vocabulary.words("unit");
    private static final Set<String> CURRENCIES = Vocabulary.words("currency");

    private Amounts() {}

    /** "$250", "250 dollars", "300 seconds", "100%". */
    static boolean isAmount(Passage passage, DigitRun run) {
        Token before = passage.at(run.firstToken() - 1);
        Token after = passage.at(run.lastToken() + 1);
        return before.in(CURRENCIES) || after.in(CURRENCIES) || after.in(UNITS) || after.is("%");
    }
}
