package io.undertone.job.maintain;

import io.undertone.job.config.UndertoneConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Deletes the old rows of the database. */
public final class DatabaseUpkeep {
    private final UndertoneConfig config;
    private final Instant now;
    private final boolean dry;

    /** @param dry whether it only counts them */
    public DatabaseUpkeep(UndertoneConfig config, Instant now, boolean dry) {
        this.config = config;
        this.now = now;
        this.dry = dry;
    }

    /** By table, how many. */
    public Map<String, Long> run(DatabaseRows database) throws IOException {
        var rows = new LinkedHashMap<String, Long>();
        for (OldRows old : OldRows.of(config, now)) {
            Map<String, Long> some = dry ? database.count(old.inDatabase()) : database.delete(old.inDatabase());
            some.forEach((table, count) -> rows.merge(table, count, Long::sum));
        }
        return rows;
    }
}
