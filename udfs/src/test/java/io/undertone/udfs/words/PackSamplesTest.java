package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PackSamplesTest {
    private static final int SECOND = Said.SECOND;

    private final Pack pack = Said.pack(2, 1);
    private final PackSamples samples = new PackSamples(pack);

    @Test
    void a_piece_is_heard_where_its_utterance_lies() {
        samples.add(Said.piece("customer", 200 * SECOND, 201 * SECOND), constant(SECOND, 7));

        assertThat(samples.samples()).hasSize(pack.samples());
        assertThat(count(7)).isEqualTo(SECOND);
        assertThat(samples.samples()[20_000]).isEqualTo((short) 7);
        assertThat(samples.samples()[19_999]).isZero();
    }

    @Test
    void of_a_shared_piece_each_utterance_has_its_own_part() {
        samples.add(Said.piece("customer", 99 * SECOND, 101 * SECOND), ramp(2 * SECOND));

        assertThat(samples.samples()[0]).isEqualTo((short) SECOND);
        assertThat(samples.samples()[SECOND - 1]).isEqualTo((short) (2 * SECOND - 1));
        assertThat(samples.samples()[SECOND]).isZero();
    }

    @Test
    void what_no_piece_gives_is_silence_and_is_told() {
        samples.add(Said.piece("customer", 100 * SECOND, 101 * SECOND), constant(SECOND, 7));
        assertThat(samples.isEmpty()).isFalse();
        assertThat(samples.incomplete()).containsExactly(1, 2);

        samples.add(Said.piece("customer", 101 * SECOND, 102 * SECOND), constant(SECOND, 7));
        assertThat(samples.incomplete()).containsExactly(2);

        samples.add(Said.piece("customer", 200 * SECOND, 201 * SECOND), constant(SECOND, 7));
        assertThat(samples.incomplete()).isEmpty();
    }

    @Test
    void a_file_that_is_shorter_than_its_piece_leaves_a_gap() {
        samples.add(Said.piece("customer", 100 * SECOND, 102 * SECOND), constant(2 * SECOND - 1, 7));
        samples.add(Said.piece("customer", 200 * SECOND, 201 * SECOND), constant(2 * SECOND, 7));

        assertThat(samples.incomplete()).containsExactly(1);
        assertThat(count(7)).as("nothing beyond the end of a piece").isEqualTo(3 * SECOND - 1);
    }

    @Test
    void an_utterance_that_was_never_stored_whole_stays_marked() {
        pack.utterances.get(1).incomplete = true;
        samples.add(Said.piece("customer", 100 * SECOND, 102 * SECOND), constant(2 * SECOND, 7));
        samples.add(Said.piece("customer", 200 * SECOND, 201 * SECOND), constant(SECOND, 7));

        assertThat(samples.incomplete()).containsExactly(2);
    }

    @Test
    void without_any_piece_there_is_nothing() {
        assertThat(samples.isEmpty()).isTrue();
        samples.add(Said.piece("customer", 0, SECOND), constant(SECOND, 7));
        assertThat(samples.isEmpty()).isTrue();
    }

    private int count(int value) {
        int count = 0;
        for (short sample : samples.samples()) {
            count += sample == value ? 1 : 0;
        }
        return count;
    }

    private static short[] constant(int length, int value) {
        short[] samples = new short[length];
        Arrays.fill(samples, (short) value);
        return samples;
    }

    private static short[] ramp(int length) {
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) i;
        }
        return samples;
    }
}
