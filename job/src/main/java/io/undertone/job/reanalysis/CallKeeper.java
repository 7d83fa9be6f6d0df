package io.undertone.job.reanalysis;

import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Rejected;
import io.undertone.job.runtime.Step;
import io.undertone.udfs.call.RecordOrigin;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps gathered calls in files, away from the thread that works on calls. Nothing comes out but what could not be kept: such a call
 * is written as any other, and can't be analysed again. Inputs are checkpointed, so a restart writes again what was under way.
 */
public final class CallKeeper extends RichAsyncFunction<KeptCall, Rejected> {
    private static final long serialVersionUID = 1;

    private final KeepingSettings settings;

    private transient @Nullable FileWork<Rejected> work;
    private transient @Nullable Counter kept;

    CallKeeper(KeepingSettings settings) {
        this.settings = settings;
    }

    /** The stage. */
    public static SingleOutputStreamOperator<Rejected> keep(
            DataStream<KeptCall> calls, KeepingSettings settings, Quarantine.Source quarantine) {
        return AsyncDataStream.unorderedWait(
                        calls,
                        CallAsync.of(Step.KEEP_CALLS, new CallKeeper(settings), quarantine, call -> List.of()),
                        settings.timeoutMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.capacity())
                .returns(TypeInformation.of(Rejected.class));
    }

    @Override
    public void open(OpenContext context) {
        work = new FileWork<>("call-keeper", settings);
        kept = Meters.of(getRuntimeContext().getMetricGroup()).sharedCounter("calls_kept");
    }

    @Override
    public void asyncInvoke(KeptCall call, ResultFuture<Rejected> result) {
        Opened.of(work)
                .begin(result, () -> written(call), e -> lost(call, e.getClass().getSimpleName()));
    }

    @Override
    public void timeout(KeptCall call, ResultFuture<Rejected> result) {
        Opened.of(work).giveUp(result, lost(call, "the store did not answer in time"));
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
    }

    private List<Rejected> written(KeptCall call) throws Exception {
        new KeptCalls(settings.directory()).write(call);
        Opened.of(kept).inc();
        return List.of();
    }

    private static Rejected lost(KeptCall call, String why) {
        return new Rejected(
                Step.KEEP_CALLS.uid(),
                "NOT_KEPT",
                "the call cannot be analysed again, as what was gathered of it could not be stored: " + why,
                call.ended.id.tenantId,
                call.ended.id.callId,
                null,
                call.origin == null ? new RecordOrigin() : call.origin);
    }
}
