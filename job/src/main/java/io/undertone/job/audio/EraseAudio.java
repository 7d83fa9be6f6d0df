package io.undertone.job.audio;

import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Step;
import io.undertone.job.runtime.StepFailure;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.concurrent.ExecutorThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases audio that was stored, away from the thread that works on calls. It is not given up: what fails is tried again with growing
 * pauses, and what was under way is tried again after a restart. After a day without success the job fails, since nobody may take
 * for erased what is not.
 */
public final class EraseAudio<T extends Erasing<T>> extends RichAsyncFunction<T, T> {
    private static final Logger LOG = LoggerFactory.getLogger(EraseAudio.class);

    /** Orders are small, and there are few at once, but while the store is down. */
    private static final int CAPACITY = 4_096;

    private static final int THREADS = 2;
    private static final long DAY_HOURS = 24;

    private final Step step;

    private transient @Nullable ThreadPoolExecutor threads;
    private transient volatile boolean failing;
    private transient @Nullable Counter erased;
    private transient @Nullable Counter failed;

    public EraseAudio(Step step) {
        this.step = step;
    }

    /** The stage: the word that it was done comes in any order. */
    public static <T extends Erasing<T>> SingleOutputStreamOperator<T> erase(
            DataStream<T> orders, Step step, TypeInformation<T> type) {
        return AsyncDataStream.unorderedWaitWithRetry(
                        orders, new EraseAudio<>(step), DAY_HOURS, TimeUnit.HOURS, CAPACITY, new UntilErased<T>())
                .returns(type);
    }

    @Override
    public void open(OpenContext context) {
        // Unbounded, but never longer than the capacity of this stage.
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                new ExecutorThreadFactory(step.uid()));
        var meters = Meters.of(getRuntimeContext().getMetricGroup());
        erased = meters.sharedCounter("erasures");
        failed = meters.sharedCounter("erasure_failures");
    }

    @Override
    public void asyncInvoke(T order, ResultFuture<T> result) {
        Opened.of(threads).execute(() -> complete(order, result));
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    /** A bug fails the job; uncaught in a thread of this pool it would end the process. */
    private void complete(T order, ResultFuture<T> result) {
        T answer;
        try {
            answer = attempted(order);
        } catch (RuntimeException bug) {
            result.completeExceptionally(StepFailure.in(step, order, bug));
            return;
        }
        try {
            result.complete(List.of(answer));
        } catch (RejectedExecutionException e) {
            LOG.debug("an answer came after the end of its task, which has the order in its state", e);
        }
    }

    private T attempted(T order) {
        try {
            StoredAudio.erase(order.erasure());
            Opened.of(erased).inc();
            noteSuccess();
            return order.erased();
        } catch (IOException e) {
            Opened.of(failed).inc();
            noteFailure(e);
            return order;
        }
    }

    /** One line when the store stops erasing and one when it goes on, however many fail between. */
    private void noteFailure(IOException e) {
        if (!failing) {
            failing = true;
            LOG.warn("{}: audio cannot be erased, and is tried again until it is: {}", step.uid(), e.toString());
        }
    }

    private void noteSuccess() {
        if (failing) {
            failing = false;
            LOG.info("{}: audio is erased again", step.uid());
        }
    }
}
