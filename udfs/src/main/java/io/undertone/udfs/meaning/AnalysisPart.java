package io.undertone.udfs.meaning;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a call's dialogue that is analysed at once. A POJO: parts under analysis are in checkpoints. */
public class AnalysisPart {
    /** Of the part of the call, as the post-call leg keys it. */
    public String key = "";
    /** From 1. */
    public int number;
    /** How many there are of the dialogue. */
    public int parts;

    /** Of what was said, as a BCP 47 tag; null if unknown. */
    public @Nullable String language;

    public String tenantId = "";
    public List<DialogueLine> lines = new ArrayList<>();

    public AnalysisPart() {}

    double speechSeconds() {
        return lines.stream().mapToDouble(DialogueLine::seconds).sum();
    }
}
