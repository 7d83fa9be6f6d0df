package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalLogTest {
    private final IntervalLog log = new IntervalLog();

    @Test
    void what_overlaps_or_touches_is_joined() {
        log.add(10, 20);
        log.add(30, 40);
        log.add(20, 25);
        log.add(24, 30);

        assertThat(said()).containsExactly("10-40");
    }

    @Test
    void stretches_are_sorted_in_whatever_order_they_come() {
        log.add(50, 60);
        log.add(10, 20);
        log.add(30, 40);

        assertThat(said()).containsExactly("10-20", "30-40", "50-60");
    }

    @Test
    void an_empty_or_reversed_stretch_is_none() {
        log.add(10, 10);
        log.add(20, 10);

        assertThat(log.intervals).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_is_the_union_of_what_was_added(long seed) {
        var random = new Random(seed);
        var expected = new BitSet();
        for (int i = 0; i < 150; i++) {
            int begin = random.nextInt(2_000);
            int end = begin + random.nextInt(20);
            expected.set(begin, end);
            log.add(begin, end);
        }

        var found = new BitSet();
        log.intervals.forEach(i -> found.set((int) i.begin, (int) i.end));
        assertThat(found).isEqualTo(expected);
        assertThat(log.intervals).isSortedAccordingTo((a, b) -> Long.compare(a.end + 1, b.begin));
    }

    @Test
    void an_open_stretch_meets_all_that_follows_until_it_is_closed() {
        log.open(100);
        log.open(200);
        assertThat(log.isOpen()).isTrue();
        assertThat(log.meets(1_000_000, 1_000_001, 0)).isTrue();

        log.close(300);
        assertThat(said()).containsExactly("100-300");
        assertThat(log.meets(300, 400, 0)).isFalse();
    }

    @Test
    void an_opening_from_before_the_last_end_opens_nothing() {
        assertThat(log.open(100)).isTrue();
        assertThat(log.answer(300)).isTrue();
        assertThat(log.open(100)).isFalse();
        assertThat(log.open(299)).isFalse();
        assertThat(log.open(50)).isFalse();
        assertThat(said()).containsExactly("100-300");

        assertThat(log.open(400)).isTrue();
    }

    @Test
    void an_end_from_before_the_open_stretch_began_does_not_end_it() {
        log.open(100);
        log.answer(300);
        log.open(400);

        assertThat(log.answer(300)).isFalse();
        assertThat(log.isOpen()).isTrue();
        assertThat(log.answer(500)).isTrue();
        assertThat(log.answer(600)).isFalse();
        assertThat(said()).containsExactly("100-300", "400-500");
    }

    @Test
    void closing_what_is_not_open_changes_nothing() {
        log.add(10, 20);
        log.close(30);

        assertThat(said()).containsExactly("10-20");
    }

    @Test
    void a_stretch_that_is_closed_before_it_began_is_empty() {
        log.open(100);
        log.close(50);

        assertThat(log.isOpen()).isFalse();
        assertThat(log.intervals).isEmpty();
    }

    @Test
    void meeting_is_half_open_and_widened_by_the_padding() {
        log.add(100, 200);

        assertThat(log.meets(90, 100, 0)).isFalse();
        assertThat(log.meets(90, 101, 0)).isTrue();
        assertThat(log.meets(199, 300, 0)).isTrue();
        assertThat(log.meets(200, 300, 0)).isFalse();
        assertThat(log.meets(90, 95, 5)).isFalse();
        assertThat(log.meets(90, 96, 5)).isTrue();
        assertThat(log.meets(204, 300, 5)).isTrue();
        assertThat(log.meets(205, 300, 5)).isFalse();
    }

    @Test
    void beyond_256_stretches_the_two_nearest_are_joined() {
        for (int i = 0; i < 256; i++) {
            log.add(i * 100L, i * 100L + 10);
        }
        assertThat(log.intervals).hasSize(256);

        log.add(1_215, 1_220);
        assertThat(log.intervals).hasSize(256);
        assertThat(said()).contains("1200-1220", "0-10", "25500-25510");
    }

    @Test
    void a_full_log_keeps_its_open_stretch_open() {
        for (int i = 0; i < 400; i++) {
            log.open(i * 100L);
            log.close(i * 100L + 10);
        }
        log.open(40_000);

        assertThat(log.intervals).hasSize(256);
        assertThat(log.isOpen()).isTrue();
        assertThat(log.meets(50_000, 50_001, 0)).isTrue();
    }

    private List<String> said() {
        List<String> said = new ArrayList<>();
        log.intervals.forEach(i -> said.add(i.begin + "-" + i.end));
        return said;
    }
}
