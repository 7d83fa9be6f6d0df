package io.undertone.local.endtoend;

import java.nio.file.Path;
import java.util.List;

/** All that came of one call: in files, topics and tables. */
record Told(List<Path> files, ToldTopics topics, WrittenCall rows, List<Row> windowRows) {
    /** What was told of seconds from then on. */
    Told from(int second) {
        return new Told(files, topics.from(second), rows, windowRows);
    }
}
