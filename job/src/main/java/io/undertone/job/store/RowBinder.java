package io.undertone.job.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.connector.jdbc.JdbcStatementBuilder;

/** Sets the parameters of an {@link Upsert} from a row. */
final class RowBinder<R extends SpecificRecord> implements JdbcStatementBuilder<R> {
    private static final long serialVersionUID = 1;

    /** A row is a function of its call and revision: later writes of the same key say the same, and may replace it. */
    private static final long VERSION = 1;

    @Override
    public void accept(PreparedStatement statement, R row) throws SQLException {
        List<Schema.Field> fields = row.getSchema().getFields();
        for (Schema.Field field : fields) {
            Columns.bind(statement, field.pos() + 1, field.schema(), row.get(field.pos()));
        }
        statement.setLong(fields.size() + 1, VERSION);
    }
}
