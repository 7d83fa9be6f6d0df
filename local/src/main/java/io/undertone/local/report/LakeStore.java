package io.undertone.local.report;

import io.undertone.job.lake.LakeTable;
import java.io.IOException;

/** The lake as a store of calls. */
public final class LakeStore implements Store {
    private final LakeReader lake;

    public LakeStore(LakeReader lake) {
        this.lake = lake;
    }

    @Override
    public String name() {
        return "Iceberg";
    }

    @Override
    public StoreCounts counts() throws IOException {
        long calls = lake.rows(LakeTable.CALLS, PartKey.COLUMNS).stream()
                .map(PartKey::of)
                .distinct()
                .count();
        return new StoreCounts(calls, size(LakeTable.UTTERANCES), size(LakeTable.SILENCES));
    }

    @Override
    public void close() throws IOException {
        lake.close();
    }

    private long size(LakeTable table) throws IOException {
        return lake.rows(table, "call_id").size();
    }
}
