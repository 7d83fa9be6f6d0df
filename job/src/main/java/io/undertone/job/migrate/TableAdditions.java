package io.undertone.job.migrate;

import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * The columns that a table lacks and that may be null: those of a later release. They are added in the order of the row, behind what
 * is there, so that a table that has grown has them where the row has them.
 */
final class TableAdditions {
    private final UpdateSchema update;
    private boolean any;

    private TableAdditions(UpdateSchema update) {
        this.update = update;
    }

    /** Adds them in one commit; whether there were any. */
    static boolean addTo(Table table, Schema row) {
        var additions = new TableAdditions(table.updateSchema());
        additions.compare(null, row.columns(), table.schema());
        if (additions.any) {
            additions.update.commit();
        }
        return additions.any;
    }

    /** Whether there is anything to add. */
    static boolean areMissing(Table table, Schema row) {
        var additions = new TableAdditions(table.updateSchema());
        additions.compare(null, row.columns(), table.schema());
        return additions.any;
    }

    private void compare(@Nullable String parent, List<NestedField> expected, Schema table) {
        for (NestedField field : expected) {
            String name = parent == null ? field.name() : parent + "." + field.name();
            NestedField found = table.findField(name);
            if (found == null && field.isOptional()) {
                update.addColumn(parent, field.name(), field.type(), field.doc());
                any = true;
            } else if (found != null && isStruct(found.type())) {
                compare(name, fieldsOf(field.type()), table);
            }
        }
    }

    private static boolean isStruct(Type type) {
        return type.isStructType()
                || (type.isListType() && type.asListType().elementType().isStructType());
    }

    /** Of a section, or of what is in a list; none where the row has something else: the check will tell. */
    private static List<NestedField> fieldsOf(Type type) {
        if (type.isStructType()) {
            return type.asStructType().fields();
        }
        boolean list = type.isListType() && type.asListType().elementType().isStructType();
        return list ? type.asListType().elementType().asStructType().fields() : List.of();
    }
}
