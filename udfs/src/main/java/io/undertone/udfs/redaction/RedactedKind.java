package io.undertone.udfs.redaction;

/** What was redacted. Where two overlap, the first of this order names both. */
enum RedactedKind {
    CARD,
    EMAIL,
    NATIONAL_ID,
    PHONE,
    CODE,
    USERNAME
}
