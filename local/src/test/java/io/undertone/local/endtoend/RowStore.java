package io.undertone.local.endtoend;

import io.undertone.job.lake.LakeTable;
import java.util.List;

/** A store of ended calls, read row by row. */
interface RowStore {
    /** A call's rows of a table, repeats included, in no set order. */
    List<Row> rows(LakeTable table, String callId);
}
