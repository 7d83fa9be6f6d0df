package io.undertone.local.live;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What was heard and judged on one leg, the latest of it. Both come in order; what is not newer than what is known is a
 * repeat.
 */
public final class LegTimeline {
    private final String legId;
    private final int keptSeconds;
    private final Deque<HeardSecond> seconds = new ArrayDeque<>();
    private final Deque<MoodWindow> windows = new ArrayDeque<>();
    private String role = "UNKNOWN";
    private int newestWindow;
    private int judged;
    private int failed;
    private boolean withdrawn;

    LegTimeline(String legId, int keptSeconds) {
        this.legId = legId;
        this.keptSeconds = keptSeconds;
    }

    void hear(HeardSecond second) {
        HeardSecond newest = seconds.peekLast();
        if (newest != null && second.second() <= newest.second()) {
            return;
        }
        role = second.role();
        seconds.addLast(withdrawn ? second.withoutMoods() : second);
        while (second.second() - seconds.getFirst().second() >= keptSeconds) {
            seconds.removeFirst();
        }
    }

    void judge(MoodWindow window) {
        if (window.number() <= newestWindow || withdrawn) {
            return;
        }
        newestWindow = window.number();
        judged++;
        failed += window.failure() == null ? 0 : 1;
        windows.addLast(window);
        while (window.endS() - windows.getFirst().endS() >= keptSeconds) {
            windows.removeFirst();
        }
    }

    /** Forgets what was read of its moods, for good. */
    void withdraw() {
        withdrawn = true;
        windows.clear();
        judged = 0;
        failed = 0;
        for (int i = seconds.size(); i > 0; i--) {
            seconds.addLast(seconds.removeFirst().withoutMoods());
        }
    }

    public String legId() {
        return legId;
    }

    public String role() {
        return role;
    }

    public boolean isWithdrawn() {
        return withdrawn;
    }

    /** In the order of time. */
    public Collection<HeardSecond> seconds() {
        return Collections.unmodifiableCollection(seconds);
    }

    public @Nullable HeardSecond newest() {
        return seconds.peekLast();
    }

    /** In the order of their numbers. */
    public Collection<MoodWindow> windows() {
        return Collections.unmodifiableCollection(windows);
    }

    /** How many windows were judged in all, failed ones included. */
    public int windowCount() {
        return judged;
    }

    public int failedWindows() {
        return failed;
    }
}
