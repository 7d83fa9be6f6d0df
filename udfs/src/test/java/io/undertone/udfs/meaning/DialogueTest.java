package io.undertone.udfs.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest {
    @Test
    void lines_are_numbered_in_the_order_of_time_whatever_order_they_come_in() {
        Dialogue dialogue = Dialogue.of(List.of(
                Lines.line(7, "b", 4, 6, "third"),
                Lines.line(9, "a", 0, 2, "first"),
                Lines.line(8, "a", 4, 5, "second")));

        assertThat(dialogue.lines())
                .extracting(line -> line.number + " " + line.text)
                .containsExactly("1 first", "2 second", "3 third");
    }

    @Test
    void a_line_without_words_is_none() {
        assertThat(Dialogue.of(Lines.spoken("", "words", "  ")).lines())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.number).isEqualTo(1);
                    assertThat(line.utterance).isEqualTo(2);
                });
        assertThat(Dialogue.of(Lines.spoken("", " ")).parts("k", "acme", null, 100))
                .isEmpty();
    }

    @Test
    void what_was_given_is_left_as_it_was() {
        DialogueLine given = Lines.line(7, "a", 0, 2, "words");
        Dialogue.of(List.of(given));
        assertThat(given.number).isEqualTo(7);
    }

    @Test
    void a_part_says_whose_it_is_and_which_of_how_many() {
        List<AnalysisPart> parts =
                Dialogue.of(Lines.spoken("aaaa", "bbbb", "cccc")).parts("acme|c-1", "acme", "de", 8);

        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part.key).isEqualTo("acme|c-1");
            assertThat(part.tenantId).isEqualTo("acme");
            assertThat(part.language).isEqualTo("de");
            assertThat(part.parts).isEqualTo(2);
        });
        assertThat(parts).extracting(part -> part.number).containsExactly(1, 2);
    }

    @Test
    void a_line_that_is_too_long_is_a_part_by_itself() {
        List<AnalysisPart> parts =
                Dialogue.of(Lines.spoken("a", "b".repeat(50), "c")).parts("k", "acme", null, 10);
        assertThat(parts).extracting(part -> part.lines.size()).containsExactly(1, 1, 1);
    }

    @Test
    void parts_of_no_length_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dialogue.of(Lines.spoken("a")).parts("k", "acme", null, 0))
                .withMessageContaining("got 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_line_is_in_one_part_and_no_part_is_longer_or_much_shorter_than_it_must_be(int seed) {
        var random = new Random(seed);
        List<DialogueLine> spoken = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            spoken.add(Lines.line(i, "a", i, i + 1, "x".repeat(1 + random.nextInt(200))));
        }
        Collections.shuffle(spoken, random);
        Dialogue dialogue = Dialogue.of(spoken);
        List<AnalysisPart> parts = dialogue.parts("k", "acme", null, 2_000);

        assertThat(parts.stream().flatMap(part -> part.lines.stream()).map(line -> line.number))
                .containsExactlyElementsOf(
                        dialogue.lines().stream().map(line -> line.number).toList());
        assertThat(parts).allSatisfy(part -> assertThat(chars(part)).isBetween(1_000 - 200, 2_000));
    }

    private static int chars(AnalysisPart part) {
        return part.lines.stream().mapToInt(line -> line.text.length()).sum();
    }
}
