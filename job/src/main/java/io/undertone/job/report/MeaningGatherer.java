package io.undertone.job.report;

import io.undertone.job.meaning.AnsweredPart;
import io.undertone.job.runtime.Step;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.Collector;

/** Writes into a report what was meant, as far as an analyst could say. */
public final class MeaningGatherer extends AnswerGatherer<AnsweredPart> {
    public MeaningGatherer() {
        super(Step.GATHER_MEANING, TypeInformation.of(AnsweredPart.class));
    }

    @Override
    protected void complete(CallReport report, List<AnsweredPart> answers, Context ctx, Collector<CallReport> out) {
        new MeaningColumns(report).describe(answers);
        out.collect(report);
    }
}
