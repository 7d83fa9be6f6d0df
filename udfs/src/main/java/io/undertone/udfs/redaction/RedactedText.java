package io.undertone.udfs.redaction;

import java.util.ArrayList;
import java.util.List;

/** A line as it may be kept. */
public class RedactedText {
    public String text = "";

    /** In order, none touching another. */
    public List<RedactedSpan> spans = new ArrayList<>();

    public RedactedText() {}

    RedactedText(String text, List<RedactedSpan> spans) {
        this.text = text;
        this.spans = spans;
    }
}
