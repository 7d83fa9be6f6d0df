package io.undertone.job.inference;

import io.undertone.job.runtime.FlinkFiles;
import io.undertone.job.runtime.Opened;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.BatcherStats;
import io.undertone.udfs.inference.Failure;
import io.undertone.udfs.inference.Lease;
import io.undertone.udfs.inference.ModelBatcher;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelStore;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model about windows, beside all others in this JVM that ask it. Every request is replied to: what can't be scored, or not
 * in time, is a failure by name.
 *
 * <p>Owned: a lease of the JVM's batcher and a share of its queue as long as this stage's capacity, so {@link #asyncInvoke} never
 * waits.
 */
public final class AskModel extends RichAsyncFunction<ModelRequest, ModelReply> {
    private static final Logger LOG = LoggerFactory.getLogger(AskModel.class);
    private static final float SCALE = 1f / 32_768;

    private final ModelStage stage;

    private transient @Nullable Lease<ModelBatcher> batcher;
    private transient ModelBatcher.@Nullable Feed feed;

    public AskModel(ModelStage stage) {
        this.stage = stage;
    }

    /** Refuses a model that is missing, damaged, or answers wrongly on this machine. */
    @Override
    public void open(OpenContext context) {
        ModelStore store = stage.models().store(new FlinkFiles());
        batcher = ModelBatcher.lease(store.cards().find(stage.card()), store, stage.execution(), stage.batching());
        ModelBatcher opened = batcher.get();
        // One more: Flink asks again as soon as it has emitted a reply, which may be before the batcher has counted it.
        feed = opened.feed(stage.capacity() + 1);
        measure(getRuntimeContext().getMetricGroup().addGroup("model", stage.card()), opened);
        if (!opened.fallbacks().isEmpty()) {
            LOG.warn("model {} runs on the {}: {}", stage.card(), opened.provider(), opened.fallbacks());
        }
    }

    @Override
    public void asyncInvoke(ModelRequest request, ResultFuture<ModelReply> result) {
        var unused = Opened.of(feed)
                .ask(Window.of(samples(request.muLaw)), stage.timeoutMillis())
                .whenComplete((answer, bug) -> {
                    if (bug != null) {
                        result.completeExceptionally(new IllegalStateException(
                                "model %s failed on window %d of leg %s, call %s"
                                        .formatted(stage.card(), request.number, request.legId, request.id.key()),
                                bug));
                    } else {
                        result.complete(List.of(reply(request, answer)));
                    }
                });
    }

    /** The batcher's own time-out comes first; this is for one that does not answer at all. */
    @Override
    public void timeout(ModelRequest request, ResultFuture<ModelReply> result) {
        result.complete(List.of(reply(request, new Answer.Failed(Failure.TIMED_OUT, "the batcher did not answer"))));
    }

    @Override
    public void close() {
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

    private static ModelReply reply(ModelRequest request, Answer answer) {
        ModelReply reply = ModelReply.to(request);
        if (answer instanceof Answer.Scored scored) {
            reply.scores = scored.values();
        } else {
            reply.failure = ((Answer.Failed) answer).failure().name();
        }
        return reply;
    }

    private static float[] samples(byte[] muLaw) {
        float[] samples = new float[muLaw.length];
        for (int i = 0; i < muLaw.length; i++) {
            samples[i] = G711.decodeMuLaw(muLaw[i]) * SCALE;
        }
        return samples;
    }

    /** Of the JVM's batcher: each subtask shows the same. */
    private static void measure(MetricGroup metrics, ModelBatcher batcher) {
        BatcherStats stats = batcher.stats();
        metrics.gauge("runs", (Gauge<Long>) stats::runs);
        metrics.gauge("windows", (Gauge<Long>) stats::rows);
        metrics.gauge("waitMillis", (Gauge<Long>) stats::waitMillis);
        metrics.gauge("runMillis", (Gauge<Long>) stats::runMillis);
        metrics.gauge("onGpu", (Gauge<Integer>) () -> batcher.provider() == Provider.CUDA ? 1 : 0);
        for (Failure failure : Failure.values()) {
            metrics.gauge(name(failure), (Gauge<Long>) () -> stats.failures(failure));
        }
    }

    private static String name(Failure failure) {
        return "failed." + failure.name().toLowerCase(Locale.ROOT);
    }
}
