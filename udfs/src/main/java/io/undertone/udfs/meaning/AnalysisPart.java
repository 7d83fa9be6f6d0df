package io.undertone.udfs.meaning;

import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
    /** Where the record of the call lies. */
    public @Nullable RecordOrigin origin;

    public AnalysisPart() {}

    /** Those whose role nobody knows, in the order in which they speak. */
    public List<String> unknownSpeakers() {
        return lines.stream()
                .filter(line -> line.role == Role.UNKNOWN)
                .map(DialogueLine::speaker)
                .distinct()
                .toList();
    }

    /** What there is to ask about it: roles only where some are unknown. */
    public Set<MeaningTask> tasks() {
        return unknownSpeakers().isEmpty()
                ? EnumSet.complementOf(EnumSet.of(MeaningTask.ROLES))
                : EnumSet.allOf(MeaningTask.class);
    }

    double speechSeconds() {
        return lines.stream().mapToDouble(DialogueLine::seconds).sum();
    }
}
