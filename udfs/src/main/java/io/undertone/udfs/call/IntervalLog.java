package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.List;

/** Sorted, disjoint intervals of bounded number. A POJO: keyed state. */
public class IntervalLog {
    /** More holds or pauses than a call has; beyond it the two nearest are joined. */
    static final int MOST = 256;

    public List<Interval> intervals = new ArrayList<>();

    public IntervalLog() {}

    /** Adds a stretch, joining what overlaps or touches. */
    void add(long begin, long end) {
        if (end <= begin) {
            return;
        }
        Interval joined = new Interval(begin, end);
        int at = 0;
        for (int i = intervals.size() - 1; i >= 0; i--) {
            Interval old = intervals.get(i);
            if (old.end >= joined.begin && old.begin <= joined.end) {
                joined = new Interval(Math.min(old.begin, joined.begin), Math.max(old.end, joined.end));
                intervals.remove(i);
            } else if (old.end < joined.begin) {
                at = i + 1;
                break;
            }
        }
        intervals.add(at, joined);
        if (intervals.size() > MOST) {
            joinNearest();
        }
    }

    /** Opens a stretch whose end is not known yet, unless the last one ended later or is open: then this repeats an older opening. */
    boolean open(long begin) {
        boolean isNew = intervals.isEmpty() || begin >= intervals.get(intervals.size() - 1).end;
        if (isNew) {
            add(begin, Interval.OPEN);
        }
        return isNew;
    }

    /** Ends the open stretch, unless there is none or it began later: then this repeats an older end. */
    boolean answer(long end) {
        boolean answers = isOpen() && intervals.get(intervals.size() - 1).begin <= end;
        if (answers) {
            close(end);
        }
        return answers;
    }

    /** Ends the open stretch, if there is one, whatever began it when. */
    void close(long end) {
        if (isOpen()) {
            Interval last = intervals.remove(intervals.size() - 1);
            add(last.begin, Math.max(end, last.begin));
        }
    }

    boolean isOpen() {
        return !intervals.isEmpty() && intervals.get(intervals.size() - 1).end == Interval.OPEN;
    }

    /** Whether {@code [begin, end)}, widened by {@code padding} on both sides, meets a stretch. */
    boolean meets(long begin, long end, long padding) {
        for (int i = intervals.size() - 1; i >= 0; i--) {
            Interval interval = intervals.get(i);
            boolean after = interval.end != Interval.OPEN && begin - padding >= interval.end;
            if (!after && end + padding > interval.begin) {
                return true;
            }
        }
        return false;
    }

    private void joinNearest() {
        int nearest = 1;
        for (int i = 2; i < intervals.size(); i++) {
            if (distanceBefore(i) < distanceBefore(nearest)) {
                nearest = i;
            }
        }
        intervals.get(nearest - 1).end = intervals.remove(nearest).end;
    }

    private long distanceBefore(int i) {
        return intervals.get(i).begin - intervals.get(i - 1).end;
    }
}
