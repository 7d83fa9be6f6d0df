package io.undertone.job.meaning;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.PartMeaning;
import org.jspecify.annotations.Nullable;

/** A part of a dialogue and what an analyst said to it. A POJO: it is kept until all parts of its call are answered. */
public class AnsweredPart implements Keyed {
    public AnalysisPart part = new AnalysisPart();
    public PartMeaning meaning = new PartMeaning();

    public AnsweredPart() {}

    AnsweredPart(AnalysisPart part, PartMeaning meaning) {
        this.part = part;
        this.meaning = meaning;
    }

    /** Of a call that is put aside. */
    static AnsweredPart notAsked(AnalysisPart part) {
        return new AnsweredPart(part, PartMeaning.failed(part, part.tasks(), "QUARANTINED"));
    }

    @Override
    public String key() {
        return part.key;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return part.origin;
    }
}
