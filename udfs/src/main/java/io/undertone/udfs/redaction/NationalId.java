package io.undertone.udfs.redaction;

/** Numbers that states give to persons, told by their form and their own check where there is one. */
enum NationalId {
    /** Social security number: no check digit, so only in its grouping; SSA's ranges that are never given. */
    US(9) {
        @Override
        boolean isOne(String id) {
            return isNumber(id)
                    && !id.startsWith("000")
                    && !id.startsWith("666")
                    && !id.startsWith("9")
                    && !id.startsWith("00", 3)
                    && !id.endsWith("0000");
        }

        @Override
        boolean isGrouped(DigitRun run, int from) {
            return run.isGrouped(from, from + length(), 3, 2, 4);
        }
    },
    /** Social insurance number: Luhn's check, in its grouping. */
    CA(9) {
        @Override
        boolean isOne(String id) {
            return isNumber(id) && CardNumber.luhnHolds(id, 0, length());
        }

        @Override
        boolean isGrouped(DigitRun run, int from) {
            return run.isGrouped(from, from + length(), 3, 3, 3);
        }
    },
    /** National insurance number: two letters, six digits, A to D. */
    GB(9) {
        @Override
        boolean isOne(String id) {
            return isLetter(id, 0)
                    && isLetter(id, 1)
                    && isNumber(id.substring(2, 8))
                    && id.charAt(8) >= 'a'
                    && id.charAt(8) <= 'd';
        }
    },
    /** Tax identification number: ISO/IEC 7064, MOD 11,10. */
    DE(11) {
        @Override
        boolean isOne(String id) {
            if (!isNumber(id) || id.charAt(0) == '0') {
                return false;
            }
            int product = 10;
            for (int at = 0; at < 10; at++) {
                int sum = (id.charAt(at) - '0' + product) % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
            return (11 - product) % 10 == id.charAt(10) - '0';
        }
    },
    /** Registration number: 13 digits and their complement modulo 97. */
    FR(15) {
        @Override
        boolean isOne(String id) {
            return isNumber(id)
                    && (id.charAt(0) == '1' || id.charAt(0) == '2')
                    && 97 - Long.parseLong(id.substring(0, 13)) % 97 == Long.parseLong(id.substring(13));
        }
    },
    /** DNI, and NIE, whose X, Y, Z count 0, 1, 2: the letter says the remainder modulo 23. */
    ES(9) {
        @Override
        boolean isOne(String id) {
            int foreigner = "xyz".indexOf(id.charAt(0));
            String number = (foreigner < 0 ? id.substring(0, 1) : Integer.toString(foreigner)) + id.substring(1, 8);
            return isNumber(number) && id.charAt(8) == "trwagmyfpdxbnjzsqvhlcke".charAt(Integer.parseInt(number) % 23);
        }
    },
    /** Citizen service number: the test of eleven. One in eleven numbers passes it, so only where it is called so. */
    NL(9) {
        @Override
        boolean isOne(String id) {
            if (!isNumber(id)) {
                return false;
            }
            int sum = -(id.charAt(8) - '0');
            for (int at = 0; at < 8; at++) {
                sum += (9 - at) * (id.charAt(at) - '0');
            }
            return sum % 11 == 0;
        }

        @Override
        boolean isGrouped(DigitRun run, int from) {
            return false;
        }
    };

    private final int length;

    NationalId(int length) {
        this.length = length;
    }

    int length() {
        return length;
    }

    /** Whether the characters, in lower case and {@link #length} of them, can be such an id. */
    abstract boolean isOne(String id);

    /** Whether digits are grouped so that they are an id though nobody says so; a check that seldom fails needs no grouping. */
    boolean isGrouped(DigitRun run, int from) {
        return true;
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static boolean isLetter(String text, int at) {
        return Character.isLetter(text.charAt(at));
    }
}
