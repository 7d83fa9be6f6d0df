package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers that follow each other with nothing but pauses and fillers between: the digits of one long number, perhaps. */
final class DigitRun {
    private final List<Atom> atoms;
    private final String digits;
    private final int[] atomOf;

    DigitRun(List<Atom> atoms) {
        this.atoms = atoms;
        var joined = new StringBuilder();
        atoms.forEach(atom -> joined.append(atom.digits()));
        digits = joined.toString();
        atomOf = new int[digits.length()];
        int from = 0;
        for (int atom = 0; atom < atoms.size(); atom++) {
            int to = from + atoms.get(atom).digits().length();
            Arrays.fill(atomOf, from, to, atom);
            from = to;
        }
    }

    /** The readings of the run: with what only sounds like a digit, and without. */
    List<DigitRun> readings() {
        List<Atom> certain = atoms.stream().filter(Atom::certain).toList();
        return certain.size() == atoms.size() ? List.of(this) : List.of(this, new DigitRun(certain));
    }

    String digits() {
        return digits;
    }

    int length() {
        return digits.length();
    }

    int firstToken() {
        return atoms.get(0).first();
    }

    int lastToken() {
        return atoms.get(atoms.size() - 1).last();
    }

    /** The token that the digit is in, or begins. */
    int tokenOf(int digit) {
        return atoms.get(atomOf[digit]).first();
    }

    /** The last token of what the digit is in. */
    int lastTokenOf(int digit) {
        return atoms.get(atomOf[digit]).last();
    }

    /** Whether a number begins at the digit. Inside of one as long as no card's the question makes no sense: anything may. */
    boolean parts(int digit) {
        return digit == 0
                || digit == length()
                || atomOf[digit] != atomOf[digit - 1]
                || atoms.get(atomOf[digit]).digits().length() > CardNumber.LONGEST;
    }

    /** Whether the digit was said or written together with others. */
    boolean isInGroup(int digit) {
        return atoms.get(atomOf[digit]).digits().length() > 1;
    }

    /** Whether the digits from one to another were grouped in these lengths, or not grouped at all: each by itself, or all in one. */
    boolean isGrouped(int from, int to, int... lengths) {
        List<Integer> groups = groups(from, to);
        return groups.equals(Arrays.stream(lengths).boxed().toList());
    }

    /** Whether the digits came one by one or in one, so that nothing speaks for a grouping nor against one. */
    boolean isUngrouped(int from, int to) {
        List<Integer> groups = groups(from, to);
        return groups.size() == 1 || groups.size() == to - from;
    }

    /** Digits said one by one without a pause are one group; what was said as one number is one by itself. */
    private List<Integer> groups(int from, int to) {
        var groups = new ArrayList<Integer>();
        int length = 0;
        for (int digit = from; digit < to; digit++) {
            if (length > 0 && isNewGroup(atomOf[digit - 1], atomOf[digit])) {
                groups.add(length);
                length = 0;
            }
            length++;
        }
        groups.add(length);
        return groups;
    }

    private boolean isNewGroup(int before, int after) {
        if (before == after) {
            return false;
        }
        Atom last = atoms.get(before);
        Atom next = atoms.get(after);
        return last.digits().length() > 1 || next.digits().length() > 1 || next.first() > last.last() + 1;
    }
}
