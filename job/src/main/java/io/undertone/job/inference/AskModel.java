package io.undertone.job.inference;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Meters;
import io.undertone.job.runtime.Opened;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.BatcherStats;
import io.undertone.udfs.inference.Failure;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.ModelBatcher;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model about speech, beside all others in this JVM that ask it. Every element is replied to: what can't be scored, or not
 * in time, is a failure by name.
 *
 * <p>Owned: a lease of the JVM's batcher and a share of its queue as long as this stage's capacity, so {@link #asyncInvoke} never
 * waits.
 */
public final class AskModel<I, O> extends RichAsyncFunction<I, O> {
    private static final Logger LOG = LoggerFactory.getLogger(AskModel.class);
    private static final float SCALE = 1f / 32_768;

    private final ModelStage stage;
    private final Question<I, O> question;

    private transient @Nullable Lease<ModelBatcher> batcher;
    private transient ModelBatcher.@Nullable Feed feed;
    /** Read by the batcher's thread, which fails what waits when the last stage closes it. */
    private transient volatile boolean closed;

    public AskModel(ModelStage stage, Question<I, O> question) {
        this.stage = stage;
        this.question = question;
    }

    /**
     * The stage: answers come in any order. The batcher answers within its time-out; Flink's own, twice as long, is for one that
     * does not answer at all.
     *
     * @param asking this, or what guards it
     */
    public static <I, O> SingleOutputStreamOperator<O> ask(
            DataStream<I> elements, ModelStage stage, RichAsyncFunction<I, O> asking, TypeInformation<O> answered) {
        return AsyncDataStream.unorderedWait(
                        elements, asking, 2L * stage.timeoutMillis(), TimeUnit.MILLISECONDS, stage.capacity())
                .returns(answered);
    }

    /** Refuses a model that is missing, damaged, or answers wrongly on this machine. */
    @Override
    public void open(OpenContext context) {
        ModelStore store = stage.models().store(new FlinkFiles());
        batcher = ModelBatcher.lease(store.cards().find(stage.card()), store, stage.execution(), stage.batching());
        ModelBatcher opened = batcher.get();
        // One more: Flink asks again as soon as it has emitted a reply, which may be before the batcher has counted it.
        feed = opened.feed(stage.capacity() + 1);
        measure(Meters.of(getRuntimeContext().getMetricGroup()).of("model", stage.card()), opened);
        if (!opened.fallbacks().isEmpty()) {
            LOG.warn("model {} runs on the {}: {}", stage.card(), opened.provider(), opened.fallbacks());
        }
    }

    @Override
    public void asyncInvoke(I asked, ResultFuture<O> result) {
        ModelCard card = card();
        var unused = Opened.of(feed)
                .ask(Window.of(samples(question.muLaw(asked))), stage.timeoutMillis())
                .whenComplete((answer, bug) -> {
                    if (closed) {
                        return; // stopped with a savepoint, which holds what is under way: it is asked about again
                    }
                    if (bug != null) {
                        result.completeExceptionally(new IllegalStateException(
                                "model %s failed on %s".formatted(stage.card(), question.described(asked)), bug));
                    } else {
                        result.complete(List.of(question.reply(asked, answer, card)));
                    }
                });
    }

    /** The batcher's own time-out comes first; this is for one that does not answer at all. */
    @Override
    public void timeout(I asked, ResultFuture<O> result) {
        Answer late = new Answer.Failed(Failure.TIMED_OUT, "the batcher did not answer");
        result.complete(List.of(question.reply(asked, late, card())));
    }

    @Override
    public void close() {
        closed = true;
        ModelBatcher.Feed share = feed;
        Lease<ModelBatcher> last = batcher;
        feed = null;
        batcher = null;
        if (share != null) {
            share.close();
        }
        if (last != null) {
            last.close();
        }
    }

    private ModelCard card() {
        return Opened.of(batcher).get().card();
    }

    private static float[] samples(byte[] muLaw) {
        float[] samples = new float[muLaw.length];
        for (int i = 0; i < muLaw.length; i++) {
            samples[i] = G711.decodeMuLaw(muLaw[i]) * SCALE;
        }
        return samples;
    }

    /** Of the JVM's batcher: each subtask shows the same. */
    private static void measure(Meters meters, ModelBatcher batcher) {
        BatcherStats stats = batcher.stats();
        meters.total("runs", stats::runs);
        meters.total("windows", stats::rows);
        meters.total("wait_seconds", () -> stats.waitMillis() / 1_000.0);
        meters.total("run_seconds", () -> stats.runMillis() / 1_000.0);
        meters.gauge("on_gpu", () -> batcher.provider() == Provider.CUDA ? 1 : 0);
        for (Failure failure : Failure.values()) {
            meters.total("failures", "cause", failure.name(), () -> stats.failures(failure));
        }
    }
}
