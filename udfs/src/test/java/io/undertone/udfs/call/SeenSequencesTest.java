package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeenSequencesTest {
    private final StreamState stream = new StreamState();

    @Test
    void what_came_is_known_and_what_did_not_is_not() {
        SeenSequences.pass(stream, true);
        SeenSequences.pass(stream, false);
        SeenSequences.pass(stream, true);

        assertThat(stream.next).isEqualTo(3);
        assertThat(SeenSequences.contains(stream, 0)).isTrue();
        assertThat(SeenSequences.contains(stream, 1)).isFalse();
        assertThat(SeenSequences.contains(stream, 2)).isTrue();
    }

    @Test
    void the_memory_ends_after_4096_sequences() {
        for (int i = 0; i < 4_097; i++) {
            SeenSequences.pass(stream, true);
        }

        assertThat(SeenSequences.contains(stream, 1)).isTrue();
        assertThat(SeenSequences.contains(stream, 0)).isFalse();
    }

    @Test
    void a_leap_over_more_than_the_memory_forgets_all() {
        for (int i = 0; i < 100; i++) {
            SeenSequences.pass(stream, true);
        }
        SeenSequences.passMissing(stream, 4_096 * 3 + 17);

        assertThat(stream.next).isEqualTo(100 + 4_096 * 3 + 17);
        for (long back = 1; back <= 4_096; back++) {
            assertThat(SeenSequences.contains(stream, stream.next - back)).isFalse();
        }
    }

    @Test
    void it_agrees_with_a_set_over_any_pattern_of_loss() {
        var random = new Random(7);
        var came = new HashSet<Long>();
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(100) == 0) {
                SeenSequences.passMissing(stream, random.nextInt(300));
            } else {
                boolean comes = random.nextInt(4) > 0;
                if (comes) {
                    came.add(stream.next);
                }
                SeenSequences.pass(stream, comes);
            }
            long asked = Math.max(0, stream.next - 1 - random.nextInt(4_096));
            assertThat(SeenSequences.contains(stream, asked)).isEqualTo(came.contains(asked));
        }
    }
}
