package io.undertone.job.maintain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/** The older snapshots of a table. What expires is deleted: files that no other snapshot has. */
public final class History {
    /** In the summary of a snapshot that leaves nothing of what was deleted before. */
    private static final String FORGETS = "undertone.forgets";

    private final Table table;

    public History(Table table) {
        this.table = table;
    }

    /** Expires what is older, but for so many of the newest and all since the sink's last commit; returns how many that are. */
    int expire(long olderThanMillis, int keep, boolean dry) {
        table.refresh();
        ExpireSnapshots expire = table.expireSnapshots()
                .expireOlderThan(
                        Math.min(olderThanMillis, SinkProgress.of(table).atMillis()))
                .retainLast(keep);
        List<Snapshot> expired = expire.apply();
        if (!dry && !expired.isEmpty()) {
            // Naming one has Iceberg look what all others hold. Else it keeps the files that the oldest of those has
            // replaced.
            expire.expireSnapshotId(expired.get(0).snapshotId());
            expire.commit();
        }
        return expired.size();
    }

    /**
     * Leaves nothing of what was deleted: no snapshot from before, nor the bounds of its columns, which manifests keep for as long as
     * they name the files that are gone. So those are written anew first.
     *
     * @return how many snapshots there are no more
     * @throws IllegalArgumentException if a branch or a tag holds one of them
     */
    public int forget() {
        table.refresh();
        if (table.currentSnapshot() == null) {
            return 0;
        }
        SinkProgress.commit(
                table,
                () -> table.rewriteManifests()
                        .clusterBy(file -> "all")
                        .rewriteIf(ManifestFile::hasDeletedFiles)
                        .set(FORGETS, "true"));
        Set<Long> kept = sinceForgetting();
        ExpireSnapshots expire = table.expireSnapshots();
        int expired = 0;
        for (Snapshot snapshot : table.snapshots()) {
            if (!kept.contains(snapshot.snapshotId())) {
                expire.expireSnapshotId(snapshot.snapshotId());
                expired++;
            }
        }
        expire.commit();
        return expired;
    }

    /** From the newest back to the one that wrote manifests anew. */
    private Set<Long> sinceForgetting() {
        var since = new HashSet<Long>();
        for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
            since.add(snapshot.snapshotId());
            if (snapshot.summary().containsKey(FORGETS)) {
                break;
            }
        }
        return since;
    }
}
