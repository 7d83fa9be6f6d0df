package io.undertone.job.runtime;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A keyed step without timers: says on which call it failed, and lets go of calls that are put aside.
 *
 * <p>Lifecycle: a subclass that opens something itself opens this first.
 */
public abstract class CallFunction<I extends Keyed, O> extends KeyedProcessFunction<String, I, O> {
    private static final long serialVersionUID = 1;

    private final Step step;
    private Quarantine.Source source = Quarantine.NONE;

    private transient @Nullable Quarantine aside;

    protected CallFunction(Step step) {
        this.step = step;
    }

    /** The same step, which leaves alone what {@code quarantine} puts aside. */
    public final CallFunction<I, O> heeding(Quarantine.Source quarantine) {
        source = quarantine;
        return this;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        aside = source.open();
    }

    @Override
    public final void processElement(I element, Context ctx, Collector<O> out) throws Exception {
        try {
            if (Opened.of(aside).holds(element)) {
                leave(element, ctx, out);
            } else {
                take(element, ctx, out);
            }
        } catch (Exception bug) {
            throw StepFailure.in(step, element, bug);
        }
    }

    @Override
    public void close() throws Exception {
        if (aside != null) {
            aside.close();
        }
    }

    protected abstract void take(I element, Context ctx, Collector<O> out) throws Exception;

    /**
     * Clears all that is kept of the element's call, which is put aside, without working on it, and hands on the mere word to the steps
     * behind, that they do so too.
     */
    protected abstract void leave(I element, Context ctx, Collector<O> out) throws Exception;
}
