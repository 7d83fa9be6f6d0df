package io.undertone.job.reanalysis;

import io.undertone.job.postcall.CallPart;
import io.undertone.job.runtime.CallAsync;
import io.undertone.job.runtime.Opened;
import io.undertone.job.runtime.Quarantine;
import io.undertone.job.runtime.Step;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calls that somebody asks for, away from the thread that works on calls. Every request comes out: without its call it is
 * unusable and says why, and the next request for it is as good as the first.
 */
public final class KeptCallLoader extends RichAsyncFunction<Reanalysis, CallPart> {
    private static final long serialVersionUID = 1;

    private final KeepingSettings settings;

    private transient @Nullable FileWork<CallPart> work;

    KeptCallLoader(KeepingSettings settings) {
        this.settings = settings;
    }

    /** The stage. */
    public static SingleOutputStreamOperator<CallPart> load(
            DataStream<Reanalysis> requests, KeepingSettings settings, Quarantine.Source quarantine) {
        return AsyncDataStream.unorderedWait(
                        requests,
                        CallAsync.of(
                                Step.LOAD_KEPT_CALLS,
                                new KeptCallLoader(settings),
                                quarantine,
                                request -> List.of(part(request))),
                        settings.timeoutMillis(),
                        TimeUnit.MILLISECONDS,
                        settings.capacity())
                .returns(TypeInformation.of(CallPart.class));
    }

    @Override
    public void open(OpenContext context) {
        work = new FileWork<>("kept-call-loader", settings);
    }

    @Override
    public void asyncInvoke(Reanalysis request, ResultFuture<CallPart> result) {
        if (request.unusable != null) {
            result.complete(List.of(unusable(request, request.unusable, request.detail)));
            return;
        }
        Opened.of(work)
                .begin(
                        result,
                        () -> List.of(loaded(request)),
                        e -> notRead(request, e.getClass().getSimpleName()));
    }

    @Override
    public void timeout(Reanalysis request, ResultFuture<CallPart> result) {
        Opened.of(work).giveUp(result, notRead(request, "no answer in time"));
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
    }

    private CallPart loaded(Reanalysis request) throws IOException {
        KeptCall call;
        try {
            call = new KeptCalls(settings.directory()).read(request.id);
        } catch (IllegalArgumentException damaged) {
            return unusable(request, "DAMAGED_CALL", String.valueOf(damaged.getMessage()));
        }
        if (call == null) {
            return unusable(
                    request, "NOT_KEPT", "nothing is kept of the call: its audio is deleted, or there never was any");
        }
        CallPart part = part(request);
        part.kept = call;
        part.revision = request.revision;
        return part;
    }

    private static CallPart notRead(Reanalysis request, String why) {
        return unusable(request, "STORE_UNREACHABLE", "what is kept of the call could not be read: " + why);
    }

    private static CallPart unusable(Reanalysis request, String reason, String detail) {
        CallPart part = part(request);
        part.unusable = reason;
        part.detail = detail;
        return part;
    }

    private static CallPart part(Reanalysis request) {
        var part = new CallPart();
        part.id = request.id;
        part.origin = request.origin;
        return part;
    }
}
