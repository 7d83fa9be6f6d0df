package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {
    @Test
    void rows_are_truth_and_columns_are_guesses() {
        assertThat(confusion().rows()).containsExactly(List.of(2, 1, 1), List.of(0, 1, 0), List.of(0, 0, 0));
    }

    @Test
    void classes_count_the_same_however_many_recordings_they_have() {
        assertThat(confusion().unweightedRecall()).isEqualTo((2 / 4.0 + 1 / 1.0) / 2);
    }

    @Test
    void accuracy_is_over_recordings() {
        assertThat(confusion().accuracy()).isEqualTo(3 / 5.0);
    }

    @Test
    void a_class_that_was_only_guessed_has_an_f1_of_none() {
        // a: 2·2 of 4 true and 2 guessed; b: 2·1 of 1 and 2; c: 0 of 0 and 1.
        assertThat(confusion().macroF1()).isEqualTo((4 / 6.0 + 2 / 3.0 + 0) / 3, within(1e-12));
    }

    @Test
    void a_class_that_was_neither_there_nor_guessed_does_not_count() {
        var confusion = new Confusion(List.of("a", "b"));
        confusion.add("a", "a");
        assertThat(confusion.macroF1()).isEqualTo(1);
        assertThat(confusion.unweightedRecall()).isEqualTo(1);
    }

    private static Confusion confusion() {
        var confusion = new Confusion(List.of("a", "b", "c"));
        for (String guess : List.of("a", "a", "b", "c")) {
            confusion.add("a", guess);
        }
        confusion.add("b", "b");
        return confusion;
    }
}
