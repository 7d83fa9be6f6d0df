package io.undertone.job.maintain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotUpdate;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.flink.sink.SinkUtil;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * How far the job's sink has committed. It reads that off its newest snapshot when it is restored; without one it appends its last
 * files again, rows twice or erased rows anew. So that snapshot is never expired, or what it says goes into one of ours.
 *
 * @param facts none where the sink never wrote
 * @param atMillis of the snapshot that says so; of no meaning without facts
 */
record SinkProgress(Map<String, String> facts, long atMillis) {
    /** The sink commits once in seconds, and a commit takes a fraction of one. */
    private static final int ATTEMPTS = 10;

    static SinkProgress of(Table table) {
        return of(SnapshotUtil.currentAncestors(table));
    }

    /** @param history the newest first */
    static SinkProgress of(Iterable<Snapshot> history) {
        for (Snapshot snapshot : history) {
            if (snapshot.summary().containsKey(SinkUtil.MAX_COMMITTED_CHECKPOINT_ID)) {
                var facts = new TreeMap<>(snapshot.summary());
                facts.keySet().removeIf(key -> !isFact(key));
                return new SinkProgress(facts, snapshot.timestampMillis());
            }
        }
        return new SinkProgress(Map.of(), Long.MAX_VALUE);
    }

    /** Commits what says it too; tries again where the sink was quicker. Where somebody replaced the same files, the commit fails. */
    static void commit(Table table, Supplier<? extends SnapshotUpdate<?>> updates) {
        for (int attempt = 1; ; attempt++) {
            SinkProgress progress = of(table);
            try {
                SnapshotUpdate<?> update = updates.get();
                progress.carryInto(update);
                update.commit();
                return;
            } catch (ValidationException e) {
                table.refresh();
                if (attempt == ATTEMPTS || of(table).equals(progress)) {
                    throw e;
                }
            }
        }
    }

    /** Has the update say it too, and fail if the sink gets any further before it. */
    private void carryInto(SnapshotUpdate<?> update) {
        facts.forEach(update::set);
        update.validateWith(history -> of(history).facts.equals(facts));
    }

    private static boolean isFact(String key) {
        return key.equals(SinkUtil.MAX_COMMITTED_CHECKPOINT_ID)
                || key.equals(SinkUtil.FLINK_JOB_ID)
                || key.equals(SinkUtil.OPERATOR_ID);
    }
}
