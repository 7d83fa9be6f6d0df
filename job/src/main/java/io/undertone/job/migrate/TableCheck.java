package io.undertone.job.migrate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.TypeUtil;
import org.apache.iceberg.types.Types.NestedField;

/** Whether rows of a schema can be written to a table. Columns match by name: a table counts its ids itself. */
final class TableCheck {
    private TableCheck() {}

    /** What is in the way, a column each; a column that the table has beyond the row's is none if it may be null. */
    static List<String> problems(Schema row, Schema table) {
        var problems = new ArrayList<String>();
        var missing = new HashSet<String>();
        for (String name : names(row)) {
            NestedField expected = row.findField(name);
            NestedField found = table.findField(name);
            if (found != null) {
                compare(name, expected, found, problems);
            } else if (missing.add(name) && !liesIn(missing, name)) {
                problems.add("column %s is missing, expected %s".formatted(name, described(expected)));
            }
        }
        for (String name : names(table)) {
            if (row.findField(name) == null && table.findField(name).isRequired()) {
                problems.add("column %s is required, but rows of this version have none".formatted(name));
            }
        }
        return problems;
    }

    private static void compare(String name, NestedField expected, NestedField found, List<String> problems) {
        boolean sameType = expected.type().isPrimitiveType()
                ? expected.type().equals(found.type())
                : expected.type().typeId() == found.type().typeId();
        if (!sameType || (found.isRequired() && expected.isOptional())) {
            problems.add("column %s is %s, expected %s".formatted(name, described(found), described(expected)));
        }
    }

    /** In the order of the ids, which counts a section's columns after the section. */
    private static List<String> names(Schema schema) {
        return TypeUtil.indexById(schema.asStruct()).keySet().stream()
                .sorted()
                .map(schema::findColumnName)
                .toList();
    }

    private static boolean liesIn(Set<String> missing, String name) {
        return missing.stream().anyMatch(section -> name.startsWith(section + "."));
    }

    private static String described(NestedField field) {
        Type type = field.type();
        String kind = type.isPrimitiveType()
                ? type.toString()
                : type.typeId().toString().toLowerCase(Locale.ROOT);
        return (field.isRequired() ? "required " : "optional ") + kind;
    }
}
