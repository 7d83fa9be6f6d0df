package io.undertone.udfs.call;

/**
 * Knows since when a subtask has been keeping up with its input, so that a restart, a stall or a backlog never looks like
 * silence on a call. Transient: it starts anew whenever the subtask does.
 *
 * <p>{@link #observe} is called on every record, every timer and every heartbeat. Timers of Flink's mailbox run before queued
 * input: after a stall a plain processing-time timer would close calls whose records wait in the queue.
 */
public final class QuietWatch {
    private final long stallMillis;
    private final long backlogMillis;
    private long lastSeenMillis;
    private long quietSinceMillis;

    /**
     * @param openedMillis when the subtask opened
     * @param stallMillis silence of this subtask itself that counts as having been blocked
     * @param backlogMillis age of a record, by Kafka's time stamp, that shows a backlog
     */
    public QuietWatch(long openedMillis, long stallMillis, long backlogMillis) {
        this.stallMillis = stallMillis;
        this.backlogMillis = backlogMillis;
        this.lastSeenMillis = openedMillis;
        this.quietSinceMillis = openedMillis;
    }

    /** The subtask is running at {@code nowMillis}. */
    public void observe(long nowMillis) {
        if (nowMillis - lastSeenMillis > stallMillis) {
            quietSinceMillis = nowMillis;
        }
        lastSeenMillis = Math.max(lastSeenMillis, nowMillis);
    }

    /** A record that Kafka stamped at {@code recordMillis} is being read. */
    public void observeRecord(long nowMillis, long recordMillis) {
        observe(nowMillis);
        if (nowMillis - recordMillis > backlogMillis) {
            quietSinceMillis = Math.max(quietSinceMillis, nowMillis);
        }
    }

    /** Deadlines count from here, if it is later than what they are about. */
    public long quietSinceMillis() {
        return quietSinceMillis;
    }
}
