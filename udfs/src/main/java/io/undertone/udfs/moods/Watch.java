package io.undertone.udfs.moods;

import org.jspecify.annotations.Nullable;

/** One rule's view of one speaker. A POJO: keyed state. */
public class Watch {
    /** Before any alert was cleared; no position is so early. */
    static final long NEVER = Long.MIN_VALUE / 2;

    public RuleState rule = new RuleState();
    /** The alert that is open; null if none is. */
    public @Nullable OpenAlert open;
    /** Where the last one ended. */
    public long clearedAt = NEVER;

    public Watch() {}
}
