package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.loudness.LevelReading;

/** What was heard on one leg in one second of media. */
public record Insight(CallId id, String legId, Role role, boolean speaking, LevelReading levels) implements Keyed {
    @Override
    public String key() {
        return id.key();
    }
}
