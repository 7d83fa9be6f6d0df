package io.undertone.udfs.redaction;

/** What words before a number or a name say that it is. */
enum CueKind {
    NONE,
    CARD,
    CODE,
    EMAIL,
    NATIONAL_ID,
    PHONE,
    USERNAME,
    /** "Login" may be said of much else. */
    LOGIN,
    PASSWORD,
    /** An order, a ticket: what may be kept. */
    REFERENCE
}
