package io.undertone.udfs.inference;

import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.ModelStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One queue to a model for all who ask in this JVM, and one thread that empties it.
 *
 * <p>Asking never blocks. Every window is answered: by scores, or by a failure that says why; only a bug makes a future fail. The
 * queue holds what its feeds may have under way together, so that it refuses nothing as long as they keep to their word.
 */
public final class ModelBatcher implements AutoCloseable {
    private static final Shared<Key, ModelBatcher> OPEN = new Shared<>();

    private final Dispatcher dispatcher;
    private final ModelCard card;
    private final Provider provider;
    private final List<String> fallbacks;
    private final AtomicInteger capacity = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();

    private ModelBatcher(StatelessModel model, Batching batching) {
        this.card = model.card();
        this.provider = model.provider();
        this.fallbacks = model.fallbacks();
        this.dispatcher = new Dispatcher(
                card.id(), model::ask, model::close, provider == Provider.CPU ? Batching.AT_ONCE : batching);
    }

    ModelBatcher(ModelCard card, Function<List<Window>, List<Answer>> model, Runnable closeModel, Batching batching) {
        this.card = card;
        this.provider = Provider.CPU;
        this.fallbacks = List.of();
        this.dispatcher = new Dispatcher(card.id(), model, closeModel, batching);
    }

    /**
     * The use of a model's batcher.
     *
     * @throws IllegalArgumentException naming the model and what is wrong with it
     */
    public static Lease<ModelBatcher> lease(ModelCard card, ModelStore store, Execution execution, Batching batching) {
        return OPEN.lease(
                new Key(card.sha256(), execution, batching),
                () -> new ModelBatcher(StatelessModel.open(card, store, execution), batching));
    }

    /** Batchers open in this JVM. */
    public static int open() {
        return OPEN.size();
    }

    public ModelCard card() {
        return card;
    }

    /** What the model runs on. */
    public Provider provider() {
        return provider;
    }

    /** Why it does not run on what was asked for first; empty if it does. */
    public List<String> fallbacks() {
        return fallbacks;
    }

    public BatcherStats stats() {
        return dispatcher.stats();
    }

    /** A feed may have so many windows under way. */
    public Feed feed(int windows) {
        capacity.addAndGet(windows);
        return new Feed(windows);
    }

    @Override
    public void close() {
        dispatcher.close();
    }

    private CompletableFuture<Answer> ask(Window window, long timeoutMillis) {
        if (underWay.incrementAndGet() > capacity.get()) {
            underWay.decrementAndGet();
            Answer overloaded =
                    new Answer.Failed(Failure.OVERLOADED, "%d windows are under way already".formatted(capacity.get()));
            stats().answered(overloaded);
            return CompletableFuture.completedFuture(overloaded);
        }
        Answer late = new Answer.Failed(Failure.TIMED_OUT, "no answer in %d ms".formatted(timeoutMillis));
        var answer = new CompletableFuture<Answer>().completeOnTimeout(late, timeoutMillis, TimeUnit.MILLISECONDS);
        dispatcher.add(window, answer);
        return answer.whenComplete(this::done);
    }

    private void done(@Nullable Answer answer, @Nullable Throwable bug) {
        underWay.decrementAndGet();
        if (answer != null) {
            stats().answered(answer);
        }
    }

    /** One asker's share of the queue; given back when the asker closes. */
    public final class Feed implements AutoCloseable {
        private int windows;

        private Feed(int windows) {
            this.windows = windows;
        }

        /** The answer to a window, at the latest after so long. Never blocks. */
        public CompletableFuture<Answer> ask(Window window, long timeoutMillis) {
            return ModelBatcher.this.ask(window, timeoutMillis);
        }

        @Override
        public void close() {
            capacity.addAndGet(-windows);
            windows = 0;
        }
    }

    /** Windows of one length each, in the order in which their first came. */
    static List<List<Waiting>> byLength(List<Waiting> waiting) {
        List<List<Waiting>> groups = new ArrayList<>();
        for (Waiting one : waiting) {
            List<Waiting> group = groups.stream()
                    .filter(g -> g.get(0).window().count() == one.window().count())
                    .findFirst()
                    .orElse(null);
            if (group == null) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(one);
        }
        return groups;
    }

    /** A window in the queue since {@code sinceNanos}. */
    record Waiting(Window window, CompletableFuture<Answer> answer, long sinceNanos) {}

    private record Key(String sha256, Execution execution, Batching batching) {}
}
