package io.undertone.job.maintain;

import org.apache.iceberg.Schema;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Evaluator;
import org.apache.iceberg.expressions.Expression;
import org.jspecify.annotations.Nullable;

/** Deletes the rows for which an expression holds. */
public final class RowDeletion implements RowEdit {
    private final Expression where;
    private final Evaluator evaluator;
    private final InternalRecordWrapper wrapper;

    public RowDeletion(Schema columns, Expression where) {
        this.where = where;
        this.evaluator = new Evaluator(columns.asStruct(), where);
        this.wrapper = new InternalRecordWrapper(columns.asStruct());
    }

    @Override
    public Expression where() {
        return where;
    }

    @Override
    public boolean concerns(Record row) {
        return evaluator.eval(wrapper.wrap(row));
    }

    @Override
    public @Nullable Record edited(Record row) {
        return null;
    }
}
