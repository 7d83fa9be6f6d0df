package io.undertone.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables that all migrations together leave behind, read from their text: column by column, in the one form that
 * they are written in. Anything this cannot read makes the tests fail that compare it with the records.
 */
final class SqlTables {

    private static final Pattern CREATE = Pattern.compile("(?ms)^CREATE TABLE (\\w+) \\(\n(.*?)\n\\);$");
    private static final Pattern ADD = Pattern.compile("(?m)^ALTER TABLE (\\w+) ADD COLUMN (\\w+) ([^;]+);$");
    private static final Pattern COMMENT = Pattern.compile("(?m)^COMMENT ON COLUMN (\\w+)\\.(\\w+) IS '(.+)';$");
    private static final Pattern COLUMN = Pattern.compile("^ {4}([a-z]\\w*) ([a-z][^,]*?),?$");
    private static final Pattern KEY = Pattern.compile("^ {4}PRIMARY KEY \\(([^)]+)\\)$");

    /** Column names and their types as declared, by table. */
    final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    final Map<String, List<String>> primaryKeys = new LinkedHashMap<>();
    final Map<String, Map<String, String>> comments = new LinkedHashMap<>();

    static SqlTables read(Path folder) throws IOException {
        List<Path> migrations;
        try (Stream<Path> files = Files.list(folder)) {
            migrations = files.sorted().toList();
        }
        SqlTables tables = new SqlTables();
        for (Path migration : migrations) {
            tables.apply(Files.readString(migration));
        }
        return tables;
    }

    private void apply(String sql) {
        for (Matcher create = CREATE.matcher(sql); create.find(); ) {
            create.group(2).lines().forEach(new Table(create.group(1))::line);
        }
        for (Matcher add = ADD.matcher(sql); add.find(); ) {
            columnsOf(add.group(1)).put(add.group(2), add.group(3));
        }
        for (Matcher comment = COMMENT.matcher(sql); comment.find(); ) {
            comments.computeIfAbsent(comment.group(1), table -> new LinkedHashMap<>())
                    .put(comment.group(2), comment.group(3));
        }
    }

    private Map<String, String> columnsOf(String table) {
        return columns.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }

    /** The lines between the parentheses of one CREATE TABLE. */
    private final class Table {
        private final String name;

        Table(String name) {
            this.name = name;
        }

        void line(String line) {
            Matcher key = KEY.matcher(line);
            Matcher column = COLUMN.matcher(line);
            if (key.matches()) {
                primaryKeys.put(name, new ArrayList<>(List.of(key.group(1).split(", ", -1))));
            } else if (column.matches()) {
                columnsOf(name).put(column.group(1), column.group(2));
            } else {
                throw new IllegalArgumentException(
                        "table %s: expected a column or the key, got %s".formatted(name, line));
            }
        }
    }
}
