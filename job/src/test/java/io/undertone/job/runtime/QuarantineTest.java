package io.undertone.job.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuarantineTest {
    private final Quarantine aside = () -> Set.of("acme|c-1");

    @ParameterizedTest
    @ValueSource(strings = {"acme|c-1", "acme|c-1|1767607200000000|0", "acme|c-1|1767607200000000|1|2"})
    void every_part_and_revision_of_a_call_is_aside_with_it(String key) {
        assertThat(aside.holds(key)).isTrue();
        assertThat(aside.holds((Keyed) () -> key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme|c-10", "acme|c", "other|c-1", "acme|c-10|1767607200000000|0", ""})
    void other_calls_are_not(String key) {
        assertThat(aside.holds(key)).isFalse();
        assertThat(aside.holds((Keyed) () -> key)).isFalse();
    }

    @Test
    void while_no_call_is_aside_no_key_is_made() {
        Quarantine none = Quarantine.NONE.open();
        assertThat(none.holds((Keyed) () -> {
                    throw new AssertionError("asked for its key");
                }))
                .isFalse();
    }
}
