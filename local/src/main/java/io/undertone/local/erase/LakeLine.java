package io.undertone.local.erase;

import io.undertone.job.lake.LakeTable;
import io.undertone.job.maintain.LakeErasure;
import java.util.ArrayList;

/** A table of the lake in the proof. */
final class LakeLine {
    private LakeLine() {}

    static Finding of(LakeTable table, LakeErasure erasure) {
        var notes = new ArrayList<String>();
        if (erasure.snapshots() > 0) {
            notes.add(erasure.snapshots() + " older snapshots expired for it");
        }
        if (erasure.left().rows() > 0) {
            notes.add("in all files, those of older snapshots and of none included");
        }
        if (erasure.left().unreadable() > 0) {
            notes.add("%d files could not be read: perhaps a job writes them"
                    .formatted(erasure.left().unreadable()));
        }
        return Finding.erased(
                "lake " + table.tableName(),
                erasure.found(),
                erasure.edited(),
                erasure.left().rows(),
                String.join("; ", notes));
    }
}
