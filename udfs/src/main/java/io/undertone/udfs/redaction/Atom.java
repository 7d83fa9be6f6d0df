package io.undertone.udfs.redaction;

/**
 * A number as it was said or written in one go, as digits.
 *
 * @param certain false for words that only sound like a digit ("for", "to")
 */
record Atom(String digits, int first, int last, boolean certain) {
    Atom(String digits, int first, int last) {
        this(digits, first, last, true);
    }
}
