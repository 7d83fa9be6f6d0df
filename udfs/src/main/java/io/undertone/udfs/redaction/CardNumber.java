package io.undertone.udfs.redaction;

/** Numbers of payment cards: ISO/IEC 7812-1, with the ranges and lengths that the networks publish. */
final class CardNumber {
    static final int SHORTEST = 12;
    static final int LONGEST = 19;

    private CardNumber() {}

    /** The length of the longest card number that begins there, 0 if none does. */
    static int lengthAt(DigitRun run, int from) {
        for (int length = Math.min(LONGEST, run.length() - from); length >= SHORTEST; length--) {
            if (run.parts(from + length) && isCard(run.digits(), from, from + length)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean isCard(String digits, int from, int to) {
        return isIssued(Integer.parseInt(digits, from, from + 4, 10), to - from) && luhnHolds(digits, from, to);
    }

    private static boolean isIssued(int prefix, int length) {
        int two = prefix / 100;
        return switch (prefix / 1000) {
            case 2 -> length == 16 && prefix >= 2200; // Mir, Mastercard
            case 3 ->
                switch (two) {
                    case 34, 37 -> length == 15; // American Express
                    case 35 -> length >= 16; // JCB
                    case 30, 36, 38, 39 -> length == 14 || length >= 16; // Diners Club
                    default -> false;
                };
            case 4 -> length == 13 || length == 16 || length == 19; // Visa
            case 5 -> (two >= 51 && two <= 55) ? length == 16 : two == 50 || two >= 56; // Mastercard, Maestro
            case 6 -> true; // Maestro, Discover, UnionPay
            default -> false;
        };
    }

    /** ISO/IEC 7812-1, annex B: every second digit from the right doubled, the sum of all digits a multiple of ten. */
    static boolean luhnHolds(String digits, int from, int to) {
        int sum = 0;
        for (int at = to - 1; at >= from; at--) {
            int digit = digits.charAt(at) - '0';
            int doubled = (to - at) % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
