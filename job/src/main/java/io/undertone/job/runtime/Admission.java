package io.undertone.job.runtime;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** Lets records pass that could be read and whose calls are not put aside, and sends the others to the dead letters. */
public final class Admission<T extends ReadRecord> extends ProcessFunction<T, T> {
    public static final OutputTag<Rejected> REJECTED = new OutputTag<>("rejected") {};

    private final Step step;
    private final Quarantine.Source source;

    private transient @Nullable Quarantine aside;

    /** Of records that belong to no call. */
    public Admission(Step step) {
        this(step, Quarantine.NONE);
    }

    public Admission(Step step, Quarantine.Source quarantine) {
        this.step = step;
        this.source = quarantine;
    }

    @Override
    public void open(OpenContext context) {
        aside = source.open();
    }

    @Override
    public void processElement(T record, Context ctx, Collector<T> out) {
        if (record.unusable != null) {
            ctx.output(REJECTED, Rejected.unusable(step, record.unusable, record.detail, record.origin));
        } else if (Opened.of(aside).holds(record)) {
            ctx.output(REJECTED, Rejected.quarantined(step, record));
        } else {
            out.collect(record);
        }
    }

    @Override
    public void close() {
        if (aside != null) {
            aside.close();
        }
    }
}
