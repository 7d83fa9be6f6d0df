package io.undertone.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What {@code maintain} leaves of the lake, and of rows in both stores. {@code rowsMs} is how long rows are kept behind the start of
 * their call; null for ever.
 */
public record MaintainConfig(
        long fileBytes,
        int minFiles,
        long snapshotAgeMs,
        int snapshots,
        long orphanAgeMs,
        @Nullable Long rowsMs) implements Serializable {
    private static final long HOUR_MS = 3_600_000;

    public MaintainConfig {
        Need.within(1 << 20, 1 << 30, "file_bytes", fileBytes);
        Need.atLeast(2, "min_files", minFiles);
        Need.atLeast(HOUR_MS, "snapshot_age_ms", snapshotAgeMs);
        Need.atLeast(1, "snapshots", snapshots);
        Need.atLeast(HOUR_MS, "orphan_age_ms", orphanAgeMs);
        Need.that(rowsMs == null || rowsMs >= HOUR_MS, "rows_ms >= %d, got %d".formatted(HOUR_MS, rowsMs));
    }
}
