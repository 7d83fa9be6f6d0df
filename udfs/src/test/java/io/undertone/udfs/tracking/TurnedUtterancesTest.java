package io.undertone.udfs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Recall;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TurnedUtterancesTest {
    private static final int SECOND = 8_000;

    private final SpokenLeg leg = new SpokenLeg();
    private final List<UtteranceFacts> given = new ArrayList<>();

    @Test
    void an_utterance_before_any_turn_is_nobodys() {
        hear(0, 3);
        assertThat(given).singleElement().satisfies(one -> {
            assertThat(one.voice).isZero();
            assertThat(one.number).isEqualTo(1);
            assertThat(one.version).isZero();
        });
    }

    @Test
    void an_utterance_within_a_turn_is_that_voices() {
        turn(0, 1);
        turn(5, 2);
        hear(1, 4);
        hear(6, 8);
        assertThat(given).extracting(one -> one.voice).containsExactly(1, 2);
        assertThat(given).extracting(one -> one.number).containsExactly(1, 2);
    }

    @Test
    void an_utterance_is_split_where_the_voice_changes() {
        turn(0, 1);
        turn(2, 2);
        turn(4, 1);
        hear(0, 6);
        assertThat(spans()).containsExactly("1.0 0-2 voice 1", "2.0 2-4 voice 2", "3.0 4-6 voice 1");
    }

    @Test
    void what_is_taken_back_is_cut_off_by_a_later_version_or_emptied() {
        turn(0, 1);
        hear(0, 3);
        hear(4, 6);
        hear(7, 9);
        given.clear();
        TurnedUtterances.recalled(leg, new Recall("customer", 5 * SECOND), given::add);
        assertThat(spans()).containsExactly("2.1 4-5 voice 1", "3.1 7-7 voice 1");
        assertThat(given.get(1).isEmpty()).isTrue();
        assertThat(given.get(1).pieces).isEmpty();
        assertThat(leg.records).isEqualTo(5);
        assertThat(leg.utterances).isEqualTo(3);
        assertThat(leg.recalledSamples).isEqualTo(3 * SECOND);
    }

    @Test
    void no_scrap_is_left_of_an_utterance() {
        hear(0, 3);
        given.clear();
        TurnedUtterances.recalled(leg, new Recall("customer", 1_999), given::add);
        assertThat(given)
                .singleElement()
                .satisfies(one -> assertThat(one.isEmpty()).isTrue());
    }

    @Test
    void what_was_emptied_is_split_by_no_turn() {
        turn(0, 1);
        hear(0, 3);
        TurnedUtterances.recalled(leg, new Recall("customer", 0), given::add);
        given.clear();
        turn(1, 2);
        assertThat(given).isEmpty();
    }

    @Test
    void half_a_minute_of_short_words_is_taken_back() {
        for (int word = 0; word < 38; word++) {
            hear(word, word + 1);
        }
        given.clear();
        TurnedUtterances.recalled(leg, new Recall("customer", 8 * SECOND), given::add);
        assertThat(given).hasSize(30).allMatch(UtteranceFacts::isEmpty);
    }

    @Test
    void of_a_published_utterance_the_first_part_keeps_the_number_and_the_second_takes_the_next() {
        turn(0, 1);
        hear(0, 6);
        hear(7, 9);
        given.clear();
        turn(4, 2);
        assertThat(spans()).containsExactly("1.1 0-4 voice 1", "3.0 4-6 voice 2", "2.1 7-9 voice 2");
        assertThat(leg.records).isEqualTo(5);
        assertThat(leg.utterances).isEqualTo(3);
    }

    @Test
    void a_turn_that_changes_nothing_brings_no_later_version() {
        turn(0, 1);
        hear(0, 6);
        given.clear();
        turn(7, 2);
        turn(7, 1);
        assertThat(given).isEmpty();
    }

    @Test
    void a_turn_that_is_dated_back_overrules_those_behind_it() {
        turn(0, 1);
        turn(6, 2);
        turn(4, 3);
        assertThat(TurnedUtterances.at(leg, 7 * SECOND).voice).isEqualTo(3);
        assertThat(TurnedUtterances.at(leg, 3 * SECOND).voice).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2000, 1", "2001, 2", "46000, 2", "46001, 1"})
    void a_change_at_the_very_edge_splits_nothing(long from, int parts) {
        turn(0, 1);
        TurnedUtterances.turned(leg, new Turn(from, 2, false), given::add);
        hear(0, 6);
        assertThat(given).hasSize(parts);
    }

    @Test
    void two_voices_at_once_are_a_part_of_their_own() {
        turn(0, 1);
        TurnedUtterances.turned(leg, new Turn(2 * SECOND, 1, true), given::add);
        turn(4, 1);
        hear(0, 6);
        assertThat(given).extracting(one -> one.overlap).containsExactly(false, true, false);
    }

    @Test
    void a_piece_in_which_the_change_lies_belongs_to_both_parts() {
        turn(0, 1);
        turn(4, 2);
        hear(0, 6);
        assertThat(given.get(0).pieces).extracting(piece -> piece.uri).containsExactly("0", "3");
        assertThat(given.get(1).pieces).extracting(piece -> piece.uri).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_turned_the_latest_versions_cover_all_speech_once(long seed) {
        var random = new java.util.Random(seed);
        long spoken = 0;
        for (int second = 0; second < 200; second += 8) {
            hear(second, second + 6);
            spoken += 6L * SECOND;
            int back = random.nextInt(12);
            TurnedUtterances.turned(
                    leg, new Turn(Math.max(0, (second + 6L - back) * SECOND), random.nextInt(4), false), given::add);
        }
        var latest = new TreeMap<Integer, UtteranceFacts>();
        for (UtteranceFacts one : given) {
            UtteranceFacts before = latest.put(one.number, one);
            assertThat(one.version).isEqualTo(before == null ? 0 : before.version + 1);
        }
        assertThat(latest.values().stream()
                        .mapToLong(one -> one.end - one.begin)
                        .sum())
                .isEqualTo(spoken);
        assertThat(latest).hasSize(leg.utterances);
        assertThat(given).hasSize(leg.records);
        assertThat(leg.recent).hasSizeLessThanOrEqualTo(SpokenLeg.MOST_RECENT);
        assertThat(leg.turns).hasSizeLessThanOrEqualTo(TurnedUtterances.MOST_TURNS);
    }

    private void turn(long second, int voice) {
        TurnedUtterances.turned(leg, new Turn(second * SECOND, voice, false), given::add);
    }

    private void hear(long from, long to) {
        TurnedUtterances.heard(leg, utterance(from, to), given::add);
    }

    private static UtteranceFacts utterance(long from, long to) {
        var utterance = new UtteranceFacts();
        utterance.legId = "mixed";
        utterance.begin = from * SECOND;
        utterance.end = to * SECOND;
        for (long second = from; second < to; second += 3) {
            var piece = new PieceFacts();
            piece.uri = Long.toString(second);
            piece.begin = second * SECOND;
            piece.end = Math.min(to, second + 3) * SECOND;
            utterance.pieces.add(piece);
        }
        return utterance;
    }

    private List<String> spans() {
        return given.stream()
                .map(one -> "%d.%d %d-%d voice %d"
                        .formatted(one.number, one.version, one.begin / SECOND, one.end / SECOND, one.voice))
                .toList();
    }
}
