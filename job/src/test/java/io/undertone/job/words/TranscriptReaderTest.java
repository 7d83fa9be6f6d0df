package io.undertone.job.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.udfs.words.Transcript;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Answers as servers that speak this API give them; those that are none are told of in {@link TranscriberFailuresTest}. */
final class TranscriptReaderTest {
    @Test
    void text_alone_is_an_answer() throws Exception {
        Transcript heard = read("{\"text\": \"Hello\"}");

        assertThat(heard.text).isEqualTo("Hello");
        assertThat(heard.language).isNull();
        assertThat(heard.segments).isEmpty();
        assertThat(heard.words).isEmpty();
    }

    @Test
    void words_within_segments_are_words() throws Exception {
        Transcript heard = read("""
                {"text": " Hello there.", "language": "de", "words": null, "segments": [
                  {"start": 0, "end": 1, "text": " Hello", "words": [
                    {"start": 0.25, "end": 0.5, "word": " Hello", "probability": 0.75}]},
                  {"start": 1, "end": 2, "text": " there.", "no_speech_prob": null, "words": [
                    {"start": 1, "end": 1.5, "word": " there.", "probability": 0.5}]}]}
                """);

        assertThat(heard.language).isEqualTo("de");
        assertThat(heard.words).extracting(word -> word.text).containsExactly(" Hello", " there.");
        assertThat(heard.words.get(0).probability).isEqualTo(0.75);
        assertThat(heard.segments.get(1).noSpeechProbability).isNull();
    }

    @Test
    void if_one_segment_has_no_words_the_times_of_segments_tell_of_all() throws Exception {
        Transcript heard = read("""
                {"text": "Hello there.", "segments": [
                  {"start": 0, "end": 1, "text": "Hello", "words": [{"start": 0, "end": 1, "word": "Hello"}]},
                  {"start": 1, "end": 2, "text": "there.", "words": []}]}
                """);

        assertThat(heard.words).isEmpty();
        assertThat(heard.segments).hasSize(2);
    }

    @Test
    void nothing_begins_before_the_pack_or_ends_before_it_begins() throws Exception {
        Transcript heard = read(
                "{\"text\": \"a\", \"words\": [{\"word\": \"a\", \"start\": -1, \"end\": -2}, {\"word\": \"b\", \"start\": 3, \"end\": 2}]}");

        assertThat(heard.words.get(0).begin).isZero();
        assertThat(heard.words.get(0).end).isZero();
        assertThat(heard.words.get(1).end).isEqualTo(3);
    }

    @Test
    void what_is_wrong_is_said_without_what_was_said() {
        assertThatExceptionOfType(BrokenAnswerException.class)
                .isThrownBy(() -> read("my card is 4111"))
                .withMessage("need JSON and nothing else")
                .withNoCause();
        assertThatExceptionOfType(BrokenAnswerException.class)
                .isThrownBy(() -> read("{\"text\": [\"my card is 4111\"]}"))
                .withMessage("need text to be a text");
    }

    private static Transcript read(String json) throws BrokenAnswerException {
        return TranscriptReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
