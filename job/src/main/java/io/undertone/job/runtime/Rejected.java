package io.undertone.job.runtime;

import io.undertone.udfs.call.RecordOrigin;
import org.jspecify.annotations.Nullable;

/** A record on its way to the dead letters: where it lies and what was wrong, never its content. */
public record Rejected(
        String stage,
        String reason,
        String detail,
        @Nullable String tenantId,
        @Nullable String callId,
        @Nullable RecordPlace place,
        RecordOrigin origin) {
    /** Which frame of which stream. */
    public record RecordPlace(String legId, String streamId, long sequence) {}

    /** A record that belongs to no call that could be known. */
    public static Rejected unusable(Step step, String reason, String detail, RecordOrigin origin) {
        return new Rejected(step.uid(), reason, detail, null, null, null, origin);
    }

    /** A record of a tenant that belongs to no call. */
    public static Rejected ofTenant(Step step, String reason, String detail, String tenantId, RecordOrigin origin) {
        return new Rejected(step.uid(), reason, detail, tenantId, null, null, origin);
    }

    /** A record of a call that is put aside. */
    public static Rejected quarantined(Step step, ReadRecord record) {
        String call = Quarantine.callOf(record.key());
        int bar = call.indexOf('|');
        return new Rejected(
                step.uid(),
                "QUARANTINED",
                "the call is in quarantine; 'undertone quarantine remove' releases it",
                call.substring(0, bar),
                call.substring(bar + 1),
                record.place(),
                record.origin);
    }
}
