package io.undertone.local.models;

import io.undertone.local.console.ProgressLine;
import io.undertone.udfs.audio.UnsupportedAudioException;
import io.undertone.udfs.inference.StatelessModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A thread for each core, each with a model of its own: front ends are not shared, the session is.
 *
 * <p>Owns threads and models; {@link #close} waits for runs that are under way, since natives must outlive them.
 */
final class Crew implements AutoCloseable {
    private final ExecutorService threads;
    private final BlockingQueue<StatelessModel> idle;
    private final List<StatelessModel> models;

    private Crew(List<StatelessModel> models) {
        this.models = models;
        this.idle = new ArrayBlockingQueue<>(models.size(), false, models);
        this.threads = Executors.newFixedThreadPool(models.size(), task -> new Thread(task, "evaluation"));
    }

    static Crew of(ModelInUse model) {
        List<StatelessModel> models = new ArrayList<>();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                models.add(model.open());
            }
            return new Crew(models);
        } catch (RuntimeException e) {
            models.forEach(StatelessModel::close);
            throw e;
        }
    }

    /** What each recording gives, in their order, but for those that can't be read. */
    <T> List<T> hear(List<Sample> samples, Ear<T> ear, Skips skips, ProgressLine progress)
            throws IOException, InterruptedException {
        List<Future<Optional<T>>> tasks = samples.stream()
                .map(sample -> threads.submit(() -> heard(sample, ear, skips)))
                .toList();
        List<T> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            result(tasks.get(i)).ifPresent(results::add);
            progress.show("%d of %d recordings".formatted(i + 1, tasks.size()));
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true; // a run ends by itself, soon
            }
        }
        models.forEach(StatelessModel::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> Optional<T> heard(Sample sample, Ear<T> ear, Skips skips) throws IOException, InterruptedException {
        StatelessModel model = idle.take();
        try {
            return Optional.of(ear.hear(model, sample));
        } catch (UnsupportedAudioException e) {
            skips.add(sample.file(), String.valueOf(e.getMessage()));
            return Optional.empty();
        } finally {
            idle.put(model);
        }
    }

    private static <T> T result(Future<T> task) throws IOException, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IOException("a recording could not be heard", e.getCause());
        }
    }

    /** Asks a model about a recording. */
    @FunctionalInterface
    interface Ear<T> {
        T hear(StatelessModel model, Sample sample) throws IOException;
    }
}
