package io.undertone.udfs.words;

import static io.undertone.udfs.words.Heard.segments;
import static io.undertone.udfs.words.Heard.sifted;
import static io.undertone.udfs.words.Heard.text;
import static io.undertone.udfs.words.Heard.word;
import static io.undertone.udfs.words.Heard.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two utterances of two seconds each: in the pack at 0 to 2 s and at 2.5 to 4.5 s, in the call at 100 s and at 200 s. */
final class WordsByUtteranceTest {
    private final Pack pack = Said.pack(2, 2);

    @Test
    void words_go_where_they_were_said() {
        assertThat(texts(words(
                        " Hello there. Good morning.",
                        word(0.1, 0.5, " Hello"),
                        word(0.6, 1.0, " there."),
                        word(2.6, 3.0, " Good"),
                        word(3.1, 3.9, " morning."))))
                .containsExactly("Hello there.", "Good morning.");
    }

    @Test
    void a_word_that_straddles_goes_where_most_of_it_lies() {
        assertThat(texts(words("a b", word(1.9, 2.9, "a"), word(1.5, 2.6, "b"))))
                .containsExactly("b", "a");
    }

    @Test
    void a_word_in_the_silence_between_goes_to_the_nearer_utterance() {
        assertThat(texts(words("a b", word(2.05, 2.1, "a"), word(2.4, 2.45, "b"))))
                .containsExactly("a", "b");
    }

    @Test
    void a_word_behind_the_end_goes_to_the_last_utterance() {
        assertThat(texts(words("bye", word(29, 30, "bye")))).containsExactly("", "bye");
    }

    @Test
    void words_without_punctuation_get_that_of_the_text() {
        assertThat(texts(words(
                        "Well, I don't know! What's that?",
                        word(0.1, 0.4, "Well"),
                        word(0.5, 0.6, "I"),
                        word(0.7, 0.9, "don't"),
                        word(1.0, 1.5, "know"),
                        word(2.6, 3.0, "What's"),
                        word(3.1, 3.5, "that"))))
                .containsExactly("Well, I don't know!", "What's that?");
    }

    @Test
    void a_short_word_is_not_looked_for_inside_another() {
        assertThat(texts(words("is what a day", word(0, 1, "is"), word(2.6, 3, "a"), word(3, 4, "day"))))
                .containsExactly("is what", "a day");
    }

    @Test
    void words_that_do_not_stand_in_the_text_are_taken_as_they_are() {
        assertThat(texts(words("Four dollars.", word(0.1, 0.4, "$4"), word(2.6, 3, "please"))))
                .containsExactly("$4", "please");
    }

    @Test
    void text_that_no_word_accounts_for_makes_the_words_count() {
        assertThat(texts(words("Hello. " + "And on and on. ".repeat(9), word(0.1, 0.4, "Hello"))))
                .containsExactly("Hello", "");
    }

    @Test
    void without_words_a_segment_is_shared_out_by_overlap() {
        assertThat(texts(segments(new Segment(0, 4.5, " one two six ten")))).containsExactly("one two", "six ten");
        assertThat(texts(segments(new Segment(1.5, 4.5, " aaaa bbbb cccc dddd eeee"))))
                .containsExactly("aaaa", "bbbb cccc dddd eeee");
    }

    @Test
    void segments_that_lie_in_one_utterance_each_stay_whole() {
        assertThat(texts(segments(
                        new Segment(0, 1, " One."), new Segment(1, 2, " Two."), new Segment(2.5, 4.4, " Three."))))
                .containsExactly("One. Two.", "Three.");
    }

    @Test
    void segments_without_space_between_them_do_not_run_together() {
        assertThat(texts(segments(new Segment(0, 1, "One."), new Segment(1, 2, "Two."))))
                .containsExactly("One. Two.", "");
    }

    @Test
    void a_segment_in_the_silence_goes_to_the_nearest_utterance_as_a_whole() {
        assertThat(texts(segments(new Segment(2.3, 2.45, " Is it?")))).containsExactly("", "Is it?");
    }

    @Test
    void text_alone_is_shared_out_over_all_speech() {
        assertThat(texts(text("one two six ten"))).containsExactly("one two", "six ten");
    }

    @Test
    void text_without_spaces_is_shared_out_too() {
        assertThat(texts(text("你好谢谢再见"))).containsExactly("你好谢", "谢再见");
    }

    @Test
    void times_are_the_calls_and_never_outside_the_utterance() {
        UtteranceWords second =
                heard(words("a b", word(2.4, 2.7, "a"), word(4.0, 9.0, "b"))).get(1);

        assertThat(second.words.get(0).begin).isCloseTo(200, within(1e-9));
        assertThat(second.words.get(0).end).isCloseTo(200.2, within(1e-9));
        assertThat(second.words.get(1).begin).isCloseTo(201.5, within(1e-9));
        assertThat(second.words.get(1).end).isCloseTo(202, within(1e-9));
    }

    @Test
    void an_utterance_without_words_is_empty() {
        assertThat(heard(words("a", word(0, 1, "a"))))
                .extracting(utterance -> utterance.status)
                .containsExactly(TextStatus.TRANSCRIBED, TextStatus.EMPTY);
        assertThat(heard(text("  "))).allMatch(utterance -> utterance.status == TextStatus.EMPTY);
    }

    @Test
    void an_utterance_of_which_all_was_invented_says_so() {
        var sifted =
                new SiftedTranscript(words("a", word(0, 1, "a")), List.of(new Segment(1.5, 4, "Thanks for watching!")));
        List<UtteranceWords> heard = WordsByUtterance.of(pack, sifted, Set.of());

        assertThat(heard)
                .extracting(utterance -> utterance.status)
                .containsExactly(TextStatus.TRANSCRIBED, TextStatus.INVENTED);
        assertThat(heard).extracting(utterance -> utterance.invented).containsExactly(1, 1);
    }

    @Test
    void what_could_not_be_heard_is_marked() {
        assertThat(WordsByUtterance.of(pack, sifted(text("")), Set.of(2)))
                .extracting(utterance -> utterance.incomplete)
                .containsExactly(false, true);
    }

    @Test
    void without_an_answer_every_utterance_has_the_reason() {
        List<UtteranceWords> none = WordsByUtterance.without(pack, TextStatus.FAILED);

        assertThat(none).extracting(utterance -> utterance.number).containsExactly(1, 2);
        assertThat(none).allSatisfy(utterance -> {
            assertThat(utterance.legId).isEqualTo("customer");
            assertThat(utterance.status).isEqualTo(TextStatus.FAILED);
            assertThat(utterance.text).isEmpty();
            assertThat(utterance.incomplete).isTrue();
        });
    }

    @Test
    void a_long_utterance_is_joined_from_its_parts() {
        var first = new UtteranceWords("a", 7, TextStatus.TRANSCRIBED);
        first.text = "Hello";
        first.words.add(new Word(0, 1, "Hello", 0.5));
        var second = new UtteranceWords("a", 7, TextStatus.TRANSCRIBED);
        second.text = "there.";
        second.words.add(new Word(1, 2, "there.", 1.0));
        second.invented = 2;
        UtteranceWords whole = first.join(second);

        assertThat(whole.text).isEqualTo("Hello there.");
        assertThat(whole.words).hasSize(2);
        assertThat(whole.invented).isEqualTo(2);
        assertThat(whole.incomplete).isFalse();
        assertThat(whole.meanProbability()).isEqualTo(0.75);
    }

    @Test
    void a_long_utterance_of_which_a_part_failed_is_told_to_be_incomplete() {
        var first = new UtteranceWords("a", 7, TextStatus.TRANSCRIBED);
        first.text = "Hello";
        UtteranceWords whole = first.join(new UtteranceWords("a", 7, TextStatus.FAILED));

        assertThat(whole.status).isEqualTo(TextStatus.TRANSCRIBED);
        assertThat(whole.text).isEqualTo("Hello");
        assertThat(whole.incomplete).isTrue();
        assertThat(new UtteranceWords("a", 7, TextStatus.EMPTY)
                        .join(new UtteranceWords("a", 7, TextStatus.FAILED))
                        .status)
                .isEqualTo(TextStatus.FAILED);
        assertThat(first.meanProbability()).isNull();
    }

    @Test
    void parts_of_two_utterances_are_not_joined() {
        var first = new UtteranceWords("a", 7, TextStatus.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> first.join(new UtteranceWords("a", 8, TextStatus.EMPTY)))
                .withMessageContaining("a#7 and a#8");
    }

    private List<String> texts(Transcript transcript) {
        return heard(transcript).stream().map(utterance -> utterance.text).toList();
    }

    private List<UtteranceWords> heard(Transcript transcript) {
        return WordsByUtterance.of(pack, sifted(transcript), Set.of());
    }
}
