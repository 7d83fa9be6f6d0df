package io.undertone.job.maintain;

import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expression;
import org.jspecify.annotations.Nullable;

/** Rows that are to be others, or none. */
public interface RowEdit {
    /** Which it may be about: a file whose bounds exclude them all is not read. */
    Expression where();

    /** Whether it is about this one. */
    boolean concerns(Record row);

    /** What becomes of one that it is about; null deletes it. */
    @Nullable
    Record edited(Record row);
}
