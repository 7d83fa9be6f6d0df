package io.undertone.job.meaning.llm;

import io.undertone.job.meaning.AnalystFactory;
import io.undertone.udfs.meaning.CallAnalyst;
import org.apache.flink.metrics.MetricGroup;

/** The recipe of an analyst that is a language model. */
public record LanguageModel(LanguageModelSettings settings) implements AnalystFactory {
    @Override
    public CallAnalyst create(MetricGroup metrics) {
        return new LanguageModelAnalyst(settings, metrics, System::nanoTime);
    }
}
