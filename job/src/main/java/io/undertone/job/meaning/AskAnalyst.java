package io.undertone.job.meaning;

import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import io.undertone.job.services.Asking;
import io.undertone.job.services.Turns;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks an analyst about parts of dialogues, and puts each topic that it names under the tenant's name for it. Every part is
 * answered: what the analyst could not say, or not in time, is an answer with gaps. Inputs are checkpointed, so a restart asks
 * again only about what was waiting or under way.
 *
 * <p>Owned: analyst, topics, and as many threads as may ask at once. A part has a thread when its turn comes: nothing waits for one
 * but behind a part that was given up and does not let go.
 */
public final class AskAnalyst extends RichAsyncFunction<AnalysisPart, AnsweredPart>
        implements Asking<AnalysisPart, AnsweredPart> {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(AskAnalyst.class);

    private static final String TIMEOUT = "TIMEOUT";

    private final AnalysisStage stage;
    private final AnalystFactory analysts;
    private final TopicBookFactory books;

    private transient @Nullable CallAnalyst analyst;
    private transient @Nullable TenantTopics topics;
    private transient @Nullable AnalysisMetrics metrics;
    private transient @Nullable ThreadPoolExecutor askers;
    /** What each part that is asked about does in its thread. */
    private transient @Nullable Map<AnalysisPart, FutureTask<?>> underWay;

    private transient @Nullable Turns<AnalysisPart, AnsweredPart> turns;

    public AskAnalyst(AnalysisStage stage, AnalystFactory analysts, TopicBookFactory books) {
        this.stage = stage;
        this.analysts = analysts;
        this.books = books;
    }

    /**
     * The stage: answers come in any order. Flink has no time-out for it, which would count from when a part begins to wait;
     * {@link Turns} has one.
     */
    public static SingleOutputStreamOperator<AnsweredPart> ask(
            DataStream<AnalysisPart> parts, AnalysisStage stage, AskAnalyst asking, Quarantine.Source quarantine) {
        return AsyncDataStream.unorderedWait(
                        parts,
                        new CallAsync<>(
                                Step.ANALYSE,
                                asking,
                                quarantine,
                                AnsweredPart::notAsked,
                                part -> List.of(AnsweredPart.notAsked(part))),
                        0,
                        TimeUnit.MILLISECONDS,
                        stage.threads() + stage.queue())
                .returns(TypeInformation.of(AnsweredPart.class));
    }

    @Override
    public void open(OpenContext context) {
        MetricGroup group = getRuntimeContext().getMetricGroup();
        var meters = Meters.of(group);
        var counted = new AnalysisMetrics(meters);
        metrics = counted;
        topics = new TenantTopics(books.open(), counted);
        analyst = analysts.create(group);
        underWay = new ConcurrentHashMap<>();
        askers = new ThreadPoolExecutor(
                stage.threads(),
                stage.threads(),
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory("call-analyst"));
        askers.prestartAllCoreThreads();
        turns = new Turns<>("analyse", this, stage.threads(), stage.turnMillis());
        turns.measure(meters, "analysis_parts_waiting");
    }

    @Override
    public void asyncInvoke(AnalysisPart part, ResultFuture<AnsweredPart> result) {
        Opened.of(turns).take(part, result);
    }

    @Override
    public CompletionStage<AnsweredPart> ask(AnalysisPart part) {
        Opened.of(metrics).asked();
        var answer = new CompletableFuture<AnsweredPart>();
        var asking = new FutureTask<@Nullable Void>(() -> ask(part, answer), null);
        Opened.of(underWay).put(part, asking);
        Opened.of(askers).execute(asking);
        return answer;
    }

    /** Whatever hangs must neither keep its thread nor let a queue behind it grow. */
    @Override
    public AnsweredPart giveUp(AnalysisPart part) {
        FutureTask<?> asking = Opened.of(underWay).remove(part);
        if (asking != null) {
            Opened.of(askers).remove(asking);
            asking.cancel(true);
        }
        return answer(part, PartMeaning.failed(part, part.tasks(), TIMEOUT));
    }

    @Override
    public Exception failure(AnalysisPart part, Throwable bug) {
        String which = "part %d of %d".formatted(part.number, part.parts);
        return StepFailure.in(Step.ANALYSE, part.key, part.origin, new IllegalStateException(which, bug));
    }

    @Override
    public void close() {
        IOUtils.closeAllQuietly(turns);
        if (askers != null) {
            askers.shutdownNow();
        }
        IOUtils.closeAllQuietly(analyst, topics);
    }

    /** Uncaught in a thread of this pool, a bug would end the process. */
    private void ask(AnalysisPart part, CompletableFuture<AnsweredPart> answer) {
        try {
            answer.complete(answer(part, meaning(part)));
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("part {} was given up, or its task stopped: it is answered, or asked about again", part.number);
        } catch (RuntimeException bug) {
            answer.completeExceptionally(bug);
        } catch (ExecutionException bug) {
            answer.completeExceptionally(bug.getCause());
        } finally {
            Opened.of(underWay).remove(part);
        }
    }

    private AnsweredPart answer(AnalysisPart part, PartMeaning meaning) {
        Opened.of(metrics).answered(meaning);
        return new AnsweredPart(part, meaning);
    }

    private PartMeaning meaning(AnalysisPart part) throws InterruptedException, ExecutionException {
        TenantTopics book = Opened.of(topics);
        Future<PartMeaning> asked =
                Opened.of(analyst).analyse(part, book.known(part)).toCompletableFuture();
        try {
            PartMeaning meaning = asked.get(stage.timeoutMillis(), TimeUnit.MILLISECONDS);
            book.settle(part, meaning);
            return meaning;
        } catch (TimeoutException e) {
            asked.cancel(true);
            return PartMeaning.failed(part, part.tasks(), TIMEOUT);
        }
    }
}
