package io.undertone.job.meaning.llm;

import io.undertone.job.services.Deadline;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.metrics.MetricGroup;

/** A language model behind an OpenAI-compatible endpoint. It works in the thread that asks. */
final class LanguageModelAnalyst implements CallAnalyst {
    private final LanguageModelSettings settings;
    private final Prompt prompt;
    private final ModelMetrics metrics;
    private final ModelCalls calls;
    private final LongSupplier nanoTime;

    LanguageModelAnalyst(LanguageModelSettings settings, MetricGroup group, LongSupplier nanoTime) {
        this.settings = settings;
        this.prompt = Prompt.of(settings.prompt());
        this.metrics = new ModelMetrics(group);
        this.calls = new ModelCalls(settings, metrics);
        this.nanoTime = nanoTime;
    }

    @Override
    public CompletionStage<PartMeaning> analyse(AnalysisPart part, List<String> knownTopics) {
        long begin = nanoTime.getAsLong();
        Deadline deadline = Deadline.in(settings.patience().totalMillis(), nanoTime);
        Question question = Question.about(part, settings.tasks(), knownTopics);
        PartMeaning meaning = new PartAnalysis(calls, prompt, metrics, deadline).of(part, question);
        meaning.millis = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - begin);
        meaning.analyst = settings.analyst();
        meaning.promptVersion = prompt.version();
        return CompletableFuture.completedFuture(meaning);
    }

    @Override
    public void close() {
        calls.close();
    }
}
