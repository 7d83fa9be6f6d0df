package io.undertone.udfs.redaction;

/** A stretch of the original text that was replaced by {@code [kind]}: characters from {@code begin} up to {@code end}. */
public class RedactedSpan {
    public int begin;
    public int end;
    public String kind = "";

    public RedactedSpan() {}

    RedactedSpan(int begin, int end, RedactedKind kind) {
        this.begin = begin;
        this.end = end;
        this.kind = kind.name();
    }
}
