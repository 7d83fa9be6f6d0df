package io.undertone.udfs.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The slow and obvious way to handle intervals: one flag per sample. */
final class SampleMask {

    private final boolean[] set;

    SampleMask(int samples) {
        set = new boolean[samples];
    }

    static SampleMask of(int samples, Collection<Interval> intervals) {
        SampleMask mask = new SampleMask(samples);
        for (Interval interval : intervals) {
            for (long i = interval.fromSample(); i < Math.min(interval.toSample(), samples); i++) {
                mask.set((int) i);
            }
        }
        return mask;
    }

    void set(int sample) {
        set[sample] = true;
    }

    boolean get(int sample) {
        return set[sample];
    }

    int size() {
        return set.length;
    }

    long count() {
        long count = 0;
        for (boolean flag : set) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    /** The runs of set samples. */
    List<Interval> runs() {
        List<Interval> runs = new ArrayList<>();
        int begin = -1;
        for (int i = 0; i <= set.length; i++) {
            boolean flag = i < set.length && set[i];
            if (flag && begin < 0) {
                begin = i;
            } else if (!flag && begin >= 0) {
                runs.add(new Interval(begin, i));
                begin = -1;
            }
        }
        return runs;
    }
}
