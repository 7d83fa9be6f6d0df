package io.undertone.job.maintain;

/**
 * What maintenance did to a table, or would do.
 *
 * @param rows that were old, and are deleted
 * @param filesBefore of data; what is committed meanwhile counts after
 * @param snapshots that are expired
 * @param orphans files without a snapshot, which are deleted
 */
public record TableUpkeep(
        String table,
        long rows,
        long filesBefore,
        long filesAfter,
        long bytesBefore,
        long bytesAfter,
        int snapshots,
        int orphans,
        long orphanBytes) {}
