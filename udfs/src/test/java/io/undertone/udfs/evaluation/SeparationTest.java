package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeparationTest {
    @Test
    void the_area_is_the_share_of_pairs_in_order_and_ties_are_half_in_order() {
        // 0.9 is above both; 0.5 is above 0.1 and ties with 0.5; 0.0 is above none.
        assertThat(Separation.rocArea(new double[] {0.9, 0.5, 0.0}, new double[] {0.1, 0.5}))
                .isEqualTo((2 + 1.5 + 0) / 6);
    }

    @Test
    void recall_is_above_the_level_that_so_many_false_alarms_leave() {
        double[] negatives = IntStream.range(0, 40).mapToDouble(i -> i / 40.0).toArray();
        // 5 % of 40 may lie above the level: 0.975 and 0.95 do, so it is 0.925.
        assertThat(Separation.recallAt(0.05, new double[] {0.99, 0.94, 0.925, 0.2}, negatives))
                .isEqualTo(0.5);
        // 1 % of 40 is none: the level is 0.975.
        assertThat(Separation.recallAt(0.01, new double[] {0.99, 0.94, 0.925, 0.2}, negatives))
                .isEqualTo(0.25);
    }
}
