package io.undertone.udfs.conversation;

import static io.undertone.udfs.conversation.TestCalls.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalsTest {

    private static final int SAMPLES = 60;

    @Test
    void an_interval_that_ends_before_it_begins_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(5, 4)).withMessageContaining("toSample=4");
        assertThatIllegalArgumentException().isThrownBy(() -> at(-1, 4)).withMessageContaining("fromSample=-1");
    }

    @Test
    void overlapping_touching_and_nested_intervals_merge_and_empty_ones_vanish() {
        List<Interval> sorted = List.of(at(0, 0), at(1, 9), at(2, 3), at(9, 10), at(12, 12), at(13, 15), at(14, 20));
        assertThat(Intervals.merge(sorted)).containsExactly(at(1, 10), at(13, 20));
    }

    @Test
    void an_empty_interval_before_a_full_one_at_the_same_sample_vanishes() {
        assertThat(Intervals.merge(List.of(at(5, 5), at(5, 8)))).containsExactly(at(5, 8));
    }

    @Test
    void a_list_that_is_not_sorted_is_refused() {
        List<Interval> unsorted = List.of(at(5, 9), at(4, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Intervals.merge(unsorted));
        assertThatIllegalArgumentException().isThrownBy(() -> Intervals.union(List.of(), unsorted));
        assertThatIllegalArgumentException().isThrownBy(() -> Intervals.intersect(unsorted, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Intervals.subtract(List.of(), unsorted));
        assertThatIllegalArgumentException().isThrownBy(() -> Intervals.totalSamples(unsorted));
    }

    @Test
    void one_hole_may_reach_into_several_intervals() {
        assertThat(Intervals.subtract(List.of(at(0, 10), at(12, 14), at(16, 20)), List.of(at(8, 17))))
                .containsExactly(at(0, 8), at(17, 20));
    }

    @Test
    void samples_that_overlap_count_once() {
        assertThat(Intervals.totalSamples(List.of(at(0, 10), at(5, 12), at(20, 21))))
                .isEqualTo(13);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_operation_agrees_with_flags_per_sample(long seed) {
        Random random = new Random(seed);
        List<Interval> a = sortedIntervals(random);
        List<Interval> b = sortedIntervals(random);
        assertThat(Intervals.merge(a)).isEqualTo(runsWhere(a, List.of(), (inA, inB) -> inA));
        assertThat(Intervals.union(a, b)).isEqualTo(runsWhere(a, b, (inA, inB) -> inA || inB));
        assertThat(Intervals.intersect(a, b)).isEqualTo(runsWhere(a, b, (inA, inB) -> inA && inB));
        assertThat(Intervals.subtract(a, b)).isEqualTo(runsWhere(a, b, (inA, inB) -> inA && !inB));
        assertThat(Intervals.totalSamples(a))
                .isEqualTo(SampleMask.of(SAMPLES, a).count());
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private static List<Interval> sortedIntervals(Random random) {
        List<Interval> intervals = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int begin = random.nextInt(SAMPLES);
            intervals.add(at(begin, begin + random.nextInt(Math.min(12, SAMPLES - begin + 1))));
        }
        intervals.sort(Comparator.comparingLong(Interval::fromSample));
        return intervals;
    }

    private interface Rule {
        boolean holds(boolean inA, boolean inB);
    }

    private static List<Interval> runsWhere(List<Interval> a, List<Interval> b, Rule rule) {
        SampleMask inA = SampleMask.of(SAMPLES, a);
        SampleMask inB = SampleMask.of(SAMPLES, b);
        SampleMask result = new SampleMask(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            if (rule.holds(inA.get(i), inB.get(i))) {
                result.set(i);
            }
        }
        return result.runs();
    }
}
