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

    private final RowVersion<R> version;

    RowBinder(RowVersion<R> version) {
        this.version = version;
    }

    @Override
    public void accept(PreparedStatement statement, R row) throws SQLException {
        List<Schema.Field> fields = row.getSchema().getFields();
        for (Schema.Field field : fields) {
            Columns.bind(statement, field.pos() + 1, field.schema(), row.get(field.pos()));
        }
        statement.setLong(fields.size() + 1, version.of(row));
    }
}
