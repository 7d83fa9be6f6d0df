package io.undertone.udfs.inference;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What a batcher did since it was opened. Written by it, read by anyone. */
public final class BatcherStats {
    private final LongAdder runs = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder waitNanos = new LongAdder();
    private final LongAdder runNanos = new LongAdder();
    private final Map<Failure, LongAdder> failures = new EnumMap<>(Failure.class);

    BatcherStats() {
        for (Failure failure : Failure.values()) {
            failures.put(failure, new LongAdder());
        }
    }

    void ran(int windows, long waited, long took) {
        runs.increment();
        rows.add(windows);
        waitNanos.add(waited);
        runNanos.add(took);
    }

    void answered(Answer answer) {
        if (answer instanceof Answer.Failed failed) {
            of(failed.failure()).increment();
        }
    }

    /** Runs of the network. */
    public long runs() {
        return runs.sum();
    }

    /** Windows in these runs; over {@link #runs}, the mean batch. */
    public long rows() {
        return rows.sum();
    }

    /** Sum of what windows waited before their runs began. */
    public long waitMillis() {
        return waitNanos.sum() / 1_000_000;
    }

    /** Sum of what the runs took, front end included. */
    public long runMillis() {
        return runNanos.sum() / 1_000_000;
    }

    /** Windows that were answered so. */
    public long failures(Failure failure) {
        return of(failure).sum();
    }

    private LongAdder of(Failure failure) {
        return Objects.requireNonNull(failures.get(failure));
    }
}
