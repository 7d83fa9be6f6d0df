package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * Arithmetic on sets of samples, each written as a list of intervals sorted by their begin.
 *
 * <p>Arguments may overlap, touch and hold empty intervals; results never do, so that a set has one spelling only. Every
 * function takes one pass over its arguments and refuses a list that is not sorted.
 */
public final class Intervals {

    private Intervals() {}

    /** The same samples with overlapping and touching intervals joined and empty ones dropped. */
    public static List<Interval> merge(List<Interval> sorted) {
        List<Interval> merged = new ArrayList<>(sorted.size());
        Interval open = new Interval(0, 0);
        long previousBegin = 0;
        for (Interval next : sorted) {
            if (next.fromSample() < previousBegin) {
                throw new IllegalArgumentException(
                        "need intervals sorted by begin, got %s after one from %d".formatted(next, previousBegin));
            }
            previousBegin = next.fromSample();
            if (next.fromSample() <= open.toSample()) {
                open = new Interval(open.fromSample(), Math.max(open.toSample(), next.toSample()));
            } else {
                addUnlessEmpty(merged, open);
                open = next;
            }
        }
        addUnlessEmpty(merged, open);
        return List.copyOf(merged);
    }

    /** The samples that are in {@code a}, in {@code b} or in both. */
    public static List<Interval> union(List<Interval> a, List<Interval> b) {
        List<Interval> both = new ArrayList<>(a.size() + b.size());
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean fromA = j == b.size()
                    || (i < a.size() && a.get(i).fromSample() <= b.get(j).fromSample());
            both.add(fromA ? a.get(i++) : b.get(j++));
        }
        return merge(both);
    }

    /** The samples that are both in {@code a} and in {@code b}. */
    public static List<Interval> intersect(List<Interval> a, List<Interval> b) {
        List<Interval> left = merge(a);
        List<Interval> right = merge(b);
        List<Interval> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            Interval l = left.get(i);
            Interval r = right.get(j);
            addUnlessEmpty(common, Math.max(l.fromSample(), r.fromSample()), Math.min(l.toSample(), r.toSample()));
            if (l.toSample() <= r.toSample()) {
                i++;
            } else {
                j++;
            }
        }
        return List.copyOf(common);
    }

    /** The samples that are in {@code from} but not in {@code removed}. */
    public static List<Interval> subtract(List<Interval> from, List<Interval> removed) {
        List<Interval> holes = merge(removed);
        List<Interval> rest = new ArrayList<>();
        int firstHole = 0;
        for (Interval whole : merge(from)) {
            while (firstHole < holes.size() && holes.get(firstHole).toSample() <= whole.fromSample()) {
                firstHole++;
            }
            long kept = whole.fromSample();
            for (int h = firstHole; h < holes.size() && holes.get(h).fromSample() < whole.toSample(); h++) {
                addUnlessEmpty(rest, kept, holes.get(h).fromSample());
                kept = holes.get(h).toSample();
                firstHole = h; // a hole may reach into the next interval, so the last one is looked at again
            }
            addUnlessEmpty(rest, kept, whole.toSample());
        }
        return List.copyOf(rest);
    }

    /** How many samples the set holds, each counted once. */
    public static long totalSamples(List<Interval> sorted) {
        long total = 0;
        for (Interval interval : merge(sorted)) {
            total += interval.samples();
        }
        return total;
    }

    private static void addUnlessEmpty(List<Interval> intervals, long fromSample, long toSample) {
        if (fromSample < toSample) {
            intervals.add(new Interval(fromSample, toSample));
        }
    }

    private static void addUnlessEmpty(List<Interval> intervals, Interval interval) {
        if (!interval.isEmpty()) {
            intervals.add(interval);
        }
    }
}
