package io.undertone.udfs.inference;

import io.undertone.udfs.inference.ModelBatcher.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The thread that runs a model: it takes what waits, groups it by length and answers it.
 *
 * <p>Owned: the thread, the queue, the model. A bug in the model fails all that wait and all that is asked later; nothing hangs.
 */
final class Dispatcher implements AutoCloseable {
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final BatcherStats stats = new BatcherStats();
    private final Function<List<Window>, List<Answer>> model;
    private final Runnable closeModel;
    private final Batching batching;
    private final Thread thread;

    private volatile @Nullable Throwable end;

    Dispatcher(String name, Function<List<Window>, List<Answer>> model, Runnable closeModel, Batching batching) {
        this.model = model;
        this.closeModel = closeModel;
        this.batching = batching;
        this.thread = new Thread(this::dispatch, "model-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    BatcherStats stats() {
        return stats;
    }

    void add(Window window, CompletableFuture<Answer> answer) {
        queue.add(new Waiting(window, answer, System.nanoTime()));
        Throwable ended = end;
        if (ended != null) { // it may have ended before it could see this one
            failAll(List.of(), ended);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) { // a model that runs must not be closed
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        closeModel.run();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        List<Waiting> taken = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                taken.clear();
                take(taken);
                taken.removeIf(waiting -> waiting.answer().isDone()); // timed out in the queue
                for (List<Waiting> group : ModelBatcher.byLength(taken)) {
                    answer(group);
                }
            }
            failAll(taken, new IllegalStateException("the model was closed"));
        } catch (InterruptedException e) {
            failAll(taken, new IllegalStateException("the model was closed", e));
        } catch (RuntimeException | Error bug) {
            failAll(taken, bug);
        }
    }

    private void take(List<Waiting> taken) throws InterruptedException {
        Waiting first = queue.take();
        taken.add(first);
        long until = first.sinceNanos() + TimeUnit.MILLISECONDS.toNanos(batching.maxWaitMillis());
        while (taken.size() < batching.maxRows()) {
            Waiting next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                return;
            }
            taken.add(next);
        }
    }

    private void answer(List<Waiting> group) {
        long began = System.nanoTime();
        List<Answer> answers = model.apply(group.stream().map(Waiting::window).toList());
        long waited = group.stream().mapToLong(one -> began - one.sinceNanos()).sum();
        stats.ran(group.size(), waited, System.nanoTime() - began);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(answers.get(i));
        }
    }

    private void failAll(List<Waiting> taken, Throwable cause) {
        end = cause;
        taken.forEach(one -> one.answer().completeExceptionally(cause));
        for (Waiting one = queue.poll(); one != null; one = queue.poll()) {
            one.answer().completeExceptionally(cause);
        }
    }
}
