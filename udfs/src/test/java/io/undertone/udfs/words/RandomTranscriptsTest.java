package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever times a transcriber gives: no word is lost and none is there twice. */
final class RandomTranscriptsTest {
    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void words_with_any_times_are_all_there_once(int seed) {
        RandomGenerator random = Said.random(seed);
        List<String> spoken = numbered(random.nextInt(60));
        var transcript = Heard.text(String.join(" ", spoken));
        for (String word : spoken) {
            double begin = random.nextDouble(-2, 35);
            transcript.words.add(new Word(begin, begin + random.nextDouble(0, 3), word, null));
        }
        assertThat(allWords(heard(pack(random), transcript))).containsExactlyInAnyOrderElementsOf(spoken);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void segments_with_any_times_lose_no_word(int seed) {
        RandomGenerator random = Said.random(seed);
        List<String> spoken = numbered(1 + random.nextInt(60));
        var transcript = new Transcript();
        for (int from = 0, to; from < spoken.size(); from = to) {
            to = Math.min(spoken.size(), from + 1 + random.nextInt(12));
            double begin = random.nextDouble(0, 35);
            String text = String.join(" ", spoken.subList(from, to));
            transcript.segments.add(new Segment(begin, begin + random.nextDouble(0, 20), text));
        }
        assertThat(allWords(heard(pack(random), transcript))).containsExactlyInAnyOrderElementsOf(spoken);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void text_alone_keeps_its_order(int seed) {
        RandomGenerator random = Said.random(seed);
        List<String> spoken = numbered(random.nextInt(60));

        assertThat(allWords(heard(pack(random), Heard.text(String.join(" ", spoken)))))
                .containsExactlyElementsOf(spoken);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void words_spoken_in_one_utterance_all_come_back_to_it(int seed) {
        RandomGenerator random = Said.random(seed);
        Pack pack = pack(random);
        var transcript = new Transcript();
        List<String> expected = new ArrayList<>();
        int number = 0;
        for (PackedUtterance place : pack.utterances) {
            double begin = place.packBeginSeconds() + 0.01;
            List<String> here = new ArrayList<>();
            while (begin < place.packEndSeconds() - 0.02) {
                double end = Math.min(place.packEndSeconds(), begin + random.nextDouble(0.01, 0.5));
                here.add("w" + number++);
                transcript.words.add(new Word(begin, end, " " + here.get(here.size() - 1), null));
                begin = end;
            }
            expected.add(String.join(" ", here));
        }
        transcript.text =
                String.join("", transcript.words.stream().map(word -> word.text).toList());

        assertThat(heard(pack, transcript))
                .extracting(utterance -> utterance.text)
                .isEqualTo(expected);
    }

    private static List<UtteranceWords> heard(Pack pack, Transcript transcript) {
        return WordsByUtterance.of(pack, Heard.sifted(transcript), Set.of());
    }

    private static List<String> allWords(List<UtteranceWords> heard) {
        return heard.stream()
                .flatMap(utterance -> Stream.of(utterance.text.split(" ")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "word" + i).toList();
    }

    private static Pack pack(RandomGenerator random) {
        return Said.pack(random.doubles(1 + random.nextInt(8), 0.3, 4).toArray());
    }
}
