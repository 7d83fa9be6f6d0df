package io.undertone.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlocksTest {
    @Test
    void a_curve_goes_from_the_lowest_block_to_the_highest_and_leaves_out_what_is_unknown() {
        assertThat(Blocks.spark(Arrays.asList(0.0, 0.5, null, 1.0))).isEqualTo("▁▅ █");
    }

    @Test
    void what_lies_beyond_the_scale_stands_at_its_ends() {
        assertThat(Blocks.spark(Arrays.asList(-1.0, 7.0))).isEqualTo("▁█");
        assertThat(Blocks.bar(-0.2, 4) + Blocks.bar(1.2, 4)).isEqualTo("····████");
    }

    @Test
    void a_bar_fills_its_share_of_the_cells() {
        assertThat(Blocks.bar(0.5, 8)).isEqualTo("████····");
    }
}
