package io.undertone.job.live;

import io.undertone.job.runtime.Keyed;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.moods.AlertFacts;
import org.jspecify.annotations.Nullable;

/** One event of an alert of a call. A POJO. */
public class Alert implements Keyed {
    public CallId id = new CallId();
    /** Of the record that decided it; null when a deadline did. */
    public @Nullable RecordOrigin origin;

    public AlertFacts facts = new AlertFacts();

    public Alert() {}

    Alert(CallId id, @Nullable RecordOrigin origin, AlertFacts facts) {
        this.id = id;
        this.origin = origin;
        this.facts = facts;
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }

    @Override
    public String key() {
        return id.key();
    }
}
