package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.inference.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final int SECOND = 8_000;

    @Test
    void three_seconds_are_taken_from_the_begin_or_the_middle() {
        float[] samples = new float[5 * SECOND];
        assertThat(Cuts.first(samples)).isEqualTo(new Window(samples, 0, 3 * SECOND));
        assertThat(Cuts.middle(samples)).isEqualTo(new Window(samples, SECOND, 3 * SECOND));
    }

    @Test
    void windows_are_whole_and_a_second_apart() {
        assertThat(spans(Cuts.hops(new float[5 * SECOND + 100])))
                .containsExactly("0+24000", "8000+24000", "16000+24000");
    }

    @Test
    void pieces_are_whole_and_do_not_overlap() {
        assertThat(spans(Cuts.pieces(new float[8 * SECOND]))).containsExactly("0+24000", "24000+24000");
    }

    @Test
    void what_is_shorter_is_taken_as_it_is() {
        float[] samples = new float[2 * SECOND];
        assertThat(spans(List.of(Cuts.first(samples), Cuts.middle(samples)))).containsOnly("0+16000");
        assertThat(spans(Cuts.hops(samples))).containsExactly("0+16000");
        assertThat(spans(Cuts.pieces(samples))).containsExactly("0+16000");
    }

    @Test
    void halves_are_equally_long() {
        assertThat(spans(Cuts.halves(new float[9]))).containsExactly("0+4", "4+4");
    }

    @Test
    void long_speech_falls_into_even_parts() {
        assertThat(spans(Cuts.parts(new Window(new float[20], 5, 10), 4))).containsExactly("5+3", "8+3", "11+4");
        assertThat(spans(Cuts.parts(Window.of(new float[4]), 4))).containsExactly("0+4");
    }

    private static List<String> spans(List<Window> windows) {
        return windows.stream()
                .map(window -> window.from() + "+" + window.count())
                .toList();
    }
}
