package io.undertone.udfs.redaction;

/** A piece of what may be an address or a name: one token, or several that stand for one character ("S as in Sam"). */
record Unit(Kind kind, int first, int last) {
    enum Kind {
        /** Letters and digits, one by one or as a number. */
        SPELLED,
        /** "underscore", "dot". */
        CONNECTOR,
        /** "all lowercase": said of the characters, none itself. */
        REMARK,
        WORD,
        MARK
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
