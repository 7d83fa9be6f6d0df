package io.undertone.job.runtime;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/**
 * An asynchronous step that says on which call it failed, and does nothing for calls that are put aside: what it had under way is in the
 * checkpoint, comes again after each failure, and passes no other step before it.
 *
 * <p>Lifecycle: the work's is that of this step.
 */
public final class CallAsync<I, O> extends RichAsyncFunction<I, O> {
    private static final long serialVersionUID = 1;

    private final Step step;
    private final RichAsyncFunction<I, O> work;
    private final Quarantine.Source source;
    private final SerializableFunction<I, Keyed> subject;
    private final SerializableFunction<I, List<O>> instead;

    private transient @Nullable Quarantine aside;

    /**
     * @param subject whose call an input is of
     * @param instead what the steps behind are told of an input of a call that is put aside
     */
    public CallAsync(
            Step step,
            RichAsyncFunction<I, O> work,
            Quarantine.Source quarantine,
            SerializableFunction<I, Keyed> subject,
            SerializableFunction<I, List<O>> instead) {
        this.step = step;
        this.work = work;
        this.source = quarantine;
        this.subject = subject;
        this.instead = instead;
    }

    /** Of what is about calls itself. */
    public static <I extends Keyed, O> CallAsync<I, O> of(
            Step step,
            RichAsyncFunction<I, O> work,
            Quarantine.Source quarantine,
            SerializableFunction<I, List<O>> instead) {
        return new CallAsync<>(step, work, quarantine, input -> input, instead);
    }

    @Override
    public void setRuntimeContext(RuntimeContext context) {
        super.setRuntimeContext(context);
        work.setRuntimeContext(context);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        aside = source.open();
        work.open(context);
    }

    @Override
    public void asyncInvoke(I input, ResultFuture<O> result) throws Exception {
        Keyed of = subject.apply(input);
        if (Opened.of(aside).holds(of)) {
            result.complete(instead.apply(input));
            return;
        }
        try {
            work.asyncInvoke(input, new Named<>(step, of, result));
        } catch (Exception bug) {
            throw StepFailure.in(step, of, bug);
        }
    }

    @Override
    public void timeout(I input, ResultFuture<O> result) throws Exception {
        work.timeout(input, result);
    }

    @Override
    public void close() throws Exception {
        try {
            work.close();
        } finally {
            if (aside != null) {
                aside.close();
            }
        }
    }

    /** The same result, whose failure says on which call. */
    private record Named<O>(Step step, Keyed of, ResultFuture<O> result) implements ResultFuture<O> {
        @Override
        public void complete(Collection<O> values) {
            result.complete(values);
        }

        @Override
        public void complete(CollectionSupplier<O> supplier) {
            result.complete(supplier);
        }

        @Override
        public void completeExceptionally(Throwable bug) {
            result.completeExceptionally(bug instanceof Exception named ? StepFailure.in(step, of, named) : bug);
        }
    }
}
