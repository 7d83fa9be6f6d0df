package io.undertone.job.meaning;

import io.undertone.job.runtime.Opened;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.CallAnalyst;
import io.undertone.udfs.meaning.PartMeaning;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
 * again only about what was under way.
 *
 * <p>Owned: analyst, topics, and as many threads as may ask at once. The queue before them is as long as this stage's capacity, so
 * {@link #asyncInvoke} never waits.
 */
public final class AskAnalyst extends RichAsyncFunction<AnalysisPart, AnsweredPart> {
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
    /** What waits or runs, by what it is to complete. */
    private transient @Nullable Map<ResultFuture<AnsweredPart>, FutureTask<?>> underWay;

    private transient volatile boolean closed;

    public AskAnalyst(AnalysisStage stage, AnalystFactory analysts, TopicBookFactory books) {
        this.stage = stage;
        this.analysts = analysts;
        this.books = books;
    }

    /** The stage: answers come in any order. */
    public static SingleOutputStreamOperator<AnsweredPart> ask(
            DataStream<AnalysisPart> parts, AnalysisStage stage, AnalystFactory analysts, TopicBookFactory books) {
        return AsyncDataStream.unorderedWait(
                        parts,
                        new AskAnalyst(stage, analysts, books),
                        stage.longestMillis(),
                        TimeUnit.MILLISECONDS,
                        stage.capacity())
                .returns(TypeInformation.of(AnsweredPart.class));
    }

    @Override
    public void open(OpenContext context) {
        var group = getRuntimeContext().getMetricGroup().addGroup("analyst");
        var counted = new AnalysisMetrics(group);
        metrics = counted;
        topics = new TenantTopics(books.open(), counted);
        analyst = analysts.create(group);
        underWay = new ConcurrentHashMap<>();
        // Unbounded, but never longer than the capacity of this stage: what is given up is taken out.
        askers = new ThreadPoolExecutor(
                stage.threads(),
                stage.threads(),
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory("call-analyst"));
        askers.prestartAllCoreThreads();
    }

    @Override
    public void asyncInvoke(AnalysisPart part, ResultFuture<AnsweredPart> result) {
        Opened.of(metrics).asked();
        var asking = new FutureTask<@Nullable Void>(() -> ask(part, result), null);
        Opened.of(underWay).put(result, asking);
        Opened.of(askers).execute(asking);
    }

    /** Whatever hangs must neither keep its thread nor let the queue behind it grow. */
    @Override
    public void timeout(AnalysisPart part, ResultFuture<AnsweredPart> result) {
        answer(part, result, PartMeaning.failed(part, part.tasks(), TIMEOUT));
        FutureTask<?> asking = Opened.of(underWay).remove(result);
        if (asking != null) {
            Opened.of(askers).remove(asking);
            asking.cancel(true);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (askers != null) {
            askers.shutdownNow();
        }
        IOUtils.closeAllQuietly(analyst, topics);
    }

    /** A bug fails the job; uncaught in a thread of this pool it would end the process. */
    private void ask(AnalysisPart part, ResultFuture<AnsweredPart> result) {
        try {
            answer(part, result, answered(part));
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("part {} was given up, or its task stopped: it is answered, or asked about again", part.number);
        } catch (RuntimeException | ExecutionException bug) {
            if (!closed) {
                result.completeExceptionally(new IllegalStateException(
                        "an analyst failed on part %d of call %s".formatted(part.number, part.key), bug));
            }
        } finally {
            Opened.of(underWay).remove(result);
        }
    }

    private void answer(AnalysisPart part, ResultFuture<AnsweredPart> result, PartMeaning meaning) {
        if (closed) {
            return; // stopped with a savepoint, which holds what is under way: it is asked about again
        }
        Opened.of(metrics).answered(meaning);
        try {
            result.complete(List.of(new AnsweredPart(part, meaning)));
        } catch (RejectedExecutionException e) {
            LOG.debug("an answer about part {} came after the end of its task", part.number, e);
        }
    }

    private PartMeaning answered(AnalysisPart part) throws InterruptedException, ExecutionException {
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
