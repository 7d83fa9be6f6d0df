package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnsweredPiecesTest {
    private final AnsweredPieces answered = new AnsweredPieces();

    @Test
    void without_pieces_all_are_answered() {
        assertThat(answered.reach(0)).isTrue();
        assertThat(answered.reach(1)).isFalse();
    }

    @Test
    void those_that_come_early_count_when_the_missing_one_comes() {
        answered.add(2);
        answered.add(1);
        assertThat(answered.reach(1)).isFalse();
        answered.add(0);
        assertThat(answered.reach(3)).isTrue();
        assertThat(answered.early).isEmpty();
    }

    @Test
    void a_repeat_counts_once() {
        answered.add(0);
        answered.add(0);
        answered.add(2);
        answered.add(2);
        assertThat(answered.reach(2)).isFalse();
        assertThat(answered.early).hasSize(1);
    }
}
