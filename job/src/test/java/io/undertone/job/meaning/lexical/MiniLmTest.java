package io.undertone.job.meaning.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniLmTest {
    private final MiniLm model = MiniLm.open();

    @AfterEach
    void close() {
        model.close();
    }

    /** Its first components as langchain4j's own class gives them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I have been having trouble receiving notification emails. | 0.0162 -0.0790 0.0526 -0.0068 0.0760"
                        + " -0.0659 0.0197 -0.0764",
                "Délayed refunds, café (#1) & more: unaffable! | -0.0546 -0.0280 0.0838 0.0745 0.1089 0.0630 0.0647"
                        + " -0.0521",
                "hi | -0.0861 0.0335 0.0179 0.0651 -0.0250 -0.0606 0.0489 0.0006",
                "My invoice was charged twice this month and nobody called me back "
                        + "| -0.0149 0.0357 -0.0198 0.0208 -0.0736 -0.1078 -0.0435 -0.0058",
            })
    void a_sentence_lies_where_the_reference_places_it(String sentence, String expected) {
        float[] place = model.embed(sentence);

        double[] first = Arrays.stream(expected.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        for (int at = 0; at < first.length; at++) {
            assertThat((double) place[at]).isCloseTo(first[at], within(0.001));
        }
    }

    @Test
    void every_vector_has_length_one() {
        float[] place = model.embed("hello there");

        double squares = 0;
        for (float component : place) {
            squares += (double) component * component;
        }
        assertThat(place).hasSize(384);
        assertThat(squares).isCloseTo(1, within(1e-4));
    }

    @Test
    void texts_of_any_length_and_script_have_a_place() {
        assertThat(model.embed("")).hasSize(384);
        assertThat(model.embed("word ".repeat(10_000))).hasSize(384);
        assertThat(model.embed("x".repeat(10_000))).hasSize(384);
        assertThat(model.embed("日本語 😀 \u0000\uD83D")).hasSize(384);
    }

    @Test
    void what_was_closed_answers_no_more_and_others_go_on() {
        MiniLm other = MiniLm.open();
        other.close();

        assertThatIllegalStateException().isThrownBy(() -> other.embed("hello"));
        assertThat(model.embed("hello")).hasSize(384);
    }

    @Test
    void a_text_is_cut_to_what_the_model_takes() throws IOException {
        try (var tokenizer = MiniLm.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            assertThat(tokenizer).isNotNull();
            var pieces = new WordPieces(tokenizer.readAllBytes());

            assertThat(pieces.of("unaffable")).containsExactly(101, 14477, 20961, 3468, 102);
            assertThat(pieces.of("word ".repeat(500)))
                    .hasSize(WordPieces.LONGEST)
                    .endsWith(102);
        }
    }
}
