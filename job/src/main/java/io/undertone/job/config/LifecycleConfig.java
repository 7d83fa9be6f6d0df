package io.undertone.job.config;

import java.io.Serializable;

/** When a call closes, and what counts as the job's own delay rather than the call's silence. */
public record LifecycleConfig(
        long noMediaMs,
        long endedGraceMs,
        long streamsEndedMs,
        long holdMs,
        long callMs,
        long reopenMs,
        long stallMs,
        long backlogMs,
        long securePausePaddingMs)
        implements Serializable {
    public LifecycleConfig {
        Need.atLeast(1, "no_media_ms", noMediaMs);
        Need.atLeast(0, "ended_grace_ms", endedGraceMs);
        Need.atLeast(0, "streams_ended_ms", streamsEndedMs);
        Need.atLeast(1, "hold_ms", holdMs);
        Need.atLeast(1, "call_ms", callMs);
        Need.atLeast(0, "reopen_ms", reopenMs);
        Need.atLeast(1, "stall_ms", stallMs);
        Need.atLeast(1, "backlog_ms", backlogMs);
        Need.atLeast(0, "secure_pause_padding_ms", securePausePaddingMs);
    }
}
