package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class InventedWordsTest {
    private static final String SPOKEN = " I was wondering whether you could tell me when my car will be ready.";

    @Test
    void what_was_said_stays_as_it_is() {
        Transcript said = Heard.segments(judged(0, 4, SPOKEN, 0.02, -0.3, 1.2), judged(4, 6, " Sure.", 0.1, -0.4, 0.4));
        SiftedTranscript sifted = InventedWords.sift(said, 28);

        assertThat(sifted.heard()).isSameAs(said);
        assertThat(sifted.invented()).isEmpty();
    }

    @Test
    void what_is_called_no_speech_and_unsure_is_taken_out_with_its_words() {
        Segment invented = judged(4, 6, " Thanks for watching!", 0.61, -1.01, 0.8);
        Transcript said = Heard.segments(judged(0, 4, " Hello.", 0.02, -0.3, 0.5), invented);
        said.words = List.of(
                Heard.word(0.5, 1, " Hello."),
                Heard.word(4.1, 4.5, " Thanks"),
                Heard.word(4.5, 5, " for"),
                Heard.word(5, 6.2, " watching!"));
        SiftedTranscript sifted = InventedWords.sift(said, 28);

        assertThat(sifted.invented()).containsExactly(invented);
        assertThat(sifted.heard().text).isEqualTo("Hello.");
        assertThat(sifted.heard().words).extracting(word -> word.text).containsExactly(" Hello.");
        assertThat(sifted.heard().segments).hasSize(1);
        assertThat(said.words).as("the transcript itself").hasSize(4);
    }

    @Test
    void either_sign_of_silence_alone_is_not_enough() {
        assertThat(inventedIn(judged(0, 4, " Hm.", 0.9, -0.5, 0.5))).isEmpty();
        assertThat(inventedIn(judged(0, 4, " Hm.", 0.3, -1.5, 0.5))).isEmpty();
    }

    @Test
    void what_compresses_as_no_speech_does_is_taken_out() {
        assertThat(inventedIn(judged(0, 4, SPOKEN, 0.1, -0.2, 2.41))).hasSize(1);
        assertThat(inventedIn(judged(0, 4, SPOKEN, 0.1, -0.2, 2.4))).isEmpty();
    }

    @Test
    void where_the_server_does_not_say_how_it_compresses_that_is_reckoned_as_whisper_does() {
        // len(text.encode()) / len(zlib.compress(text.encode())) in Python
        assertThat(InventedWords.ratio("thank you ".repeat(10))).isCloseTo(99.0 / 21, within(1e-12));
        assertThat(InventedWords.ratio("héllo wörld")).isCloseTo(13.0 / 21, within(1e-12));
        assertThat(inventedIn(new Segment(0, 4, "thank you ".repeat(10)))).hasSize(1);
        assertThat(inventedIn(new Segment(0, 4, SPOKEN))).isEmpty();
    }

    @Test
    void a_phrase_over_and_over_is_taken_out_even_if_it_compresses_well() {
        String loop =
                " And then I said to the man. And then I said to the man. And then I said to the man, and then I said to the man.";
        assertThat(inventedIn(judged(0, 20, loop, 0.01, -0.1, 2.0))).hasSize(1);
        assertThat(inventedIn(
                        judged(0, 20, " Thank you. Thank you. Thank you. Thank you. Thank you.", 0.01, -0.1, 2.0)))
                .hasSize(1);
    }

    @Test
    void a_word_over_and_over_is_taken_out() {
        assertThat(inventedIn(judged(0, 20, " so".repeat(20), 0.01, -0.1, 2.0))).hasSize(1);
        assertThat(inventedIn(judged(0, 20, " so".repeat(19), 0.01, -0.1, 2.0))).isEmpty();
    }

    @Test
    void people_do_repeat_themselves() {
        assertThat(inventedIn(judged(0, 4, " No, no, no, no, no! Listen to me.", 0.01, -0.1, 1.1)))
                .isEmpty();
        assertThat(inventedIn(judged(
                        0,
                        4,
                        " Four one one one, one one one one, one one one one, one one one one.",
                        0.01,
                        -0.1,
                        2.3)))
                .isEmpty();
        assertThat(inventedIn(segment(0, " Hello?"), segment(1, " Hello?"), segment(2, " Hello?")))
                .isEmpty();
    }

    @Test
    void the_same_segment_again_and_again_is_heard_once() {
        Segment first = segment(0, " Thank you.");
        Segment other = segment(9, " Goodbye.");
        List<Segment> invented = inventedIn(
                first, segment(1, " Thank you."), segment(2, " thank you"), segment(3, " Thank you."), other);

        assertThat(invented).hasSize(3).doesNotContain(first, other);
    }

    @Test
    void text_without_segments_is_judged_as_one() {
        SiftedTranscript sifted = InventedWords.sift(Heard.text("so so so so ".repeat(5)), 12);

        assertThat(sifted.heard().text).isEmpty();
        assertThat(sifted.invented()).singleElement().satisfies(segment -> {
            assertThat(segment.begin).isZero();
            assertThat(segment.end).isEqualTo(12);
        });
    }

    @Test
    void silence_is_not_invented() {
        assertThat(InventedWords.sift(Heard.text(""), 12).invented()).isEmpty();
        assertThat(inventedIn(judged(0, 4, " ", 0.99, -3, 0.1))).isEmpty();
    }

    private static List<Segment> inventedIn(Segment... segments) {
        return InventedWords.sift(Heard.segments(segments), 28).invented();
    }

    private static Segment segment(double begin, String text) {
        return new Segment(begin, begin + 1, text);
    }

    private static Segment judged(
            double begin, double end, String text, double noSpeech, double logProbability, double compression) {
        var segment = new Segment(begin, end, text);
        segment.noSpeechProbability = noSpeech;
        segment.meanLogProbability = logProbability;
        segment.compressionRatio = compression;
        return segment;
    }
}
