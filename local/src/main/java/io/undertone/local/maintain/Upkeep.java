package io.undertone.local.maintain;

import io.undertone.job.config.UndertoneConfig;
import io.undertone.job.lake.LakeTable;
import io.undertone.job.lake.OpenLake;
import io.undertone.job.maintain.DatabaseRows;
import io.undertone.job.maintain.DatabaseUpkeep;
import io.undertone.job.maintain.LakeUpkeep;
import io.undertone.job.maintain.TableUpkeep;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One maintenance of both stores. What fails at one table hinders no other. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final UndertoneConfig config;
    private final Instant now;
    private final boolean dry;
    private final Consumer<String> lines;
    private final Consumer<String> problems;

    Upkeep(UndertoneConfig config, Instant now, boolean dry, Consumer<String> lines, Consumer<String> problems) {
        this.config = config;
        this.now = now;
        this.dry = dry;
        this.lines = lines;
        this.problems = problems;
    }

    /** Returns whether all is done. */
    boolean run() throws IOException {
        List<TableUpkeep> lake = lake();
        UpkeepSheet.lake(lake).forEach(lines);
        boolean databaseIsDone = database();
        if (dry) {
            lines.accept("nothing was changed: this was a dry run");
        }
        return databaseIsDone && lake.size() == LakeTable.values().length;
    }

    private List<TableUpkeep> lake() throws IOException {
        var done = new ArrayList<TableUpkeep>();
        try (OpenLake lake = OpenLake.of(config.lake())) {
            var upkeep = new LakeUpkeep(config, now, dry);
            for (LakeTable table : LakeTable.values()) {
                try {
                    done.add(upkeep.maintain(table, lake.table(table)));
                } catch (IOException | RuntimeException e) { // each store has exceptions of its own
                    fail("table " + table.tableName(), e);
                }
            }
        }
        return done;
    }

    private boolean database() {
        try (DatabaseRows database = DatabaseRows.of(config.postgres())) {
            Map<String, Long> rows = new DatabaseUpkeep(config, now, dry).run(database);
            lines.accept(UpkeepSheet.database(rows));
            return true;
        } catch (IOException e) {
            fail("database", e);
            return false;
        }
    }

    private void fail(String what, Exception e) {
        LOG.error("{} was not maintained", what, e);
        problems.accept("PROBLEM %s is left for the next run: %s".formatted(what, e.getMessage()));
    }
}
