package io.undertone.udfs.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PackingTest {
    private static final String KEY = "acme|c-1|0";

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void utterances_share_a_pack_with_a_second_between_them_at_most() {
        List<Pack> packs =
                Packing.of(KEY, "en", List.of(Said.utterance("agent", 1, 10, 12), Said.utterance("agent", 2, 60, 61)));

        assertThat(packs).hasSize(1);
        Pack pack = packs.get(0);
        assertThat(pack.key).isEqualTo(KEY);
        assertThat(pack.language).isEqualTo("en");
        assertThat(pack.utterances).extracting(place -> place.offset).containsExactly(0, 24_000);
        assertThat(pack.samples()).isEqualTo(32_000);
        assertThat(pack.pieces).hasSize(2);
    }

    @Test
    void no_leg_hears_of_the_other_and_packs_are_numbered_through() {
        List<Pack> packs = Packing.of(
                KEY,
                null,
                List.of(
                        Said.utterance("customer", 1, 0, 20),
                        Said.utterance("agent", 1, 20, 40),
                        Said.utterance("agent", 2, 41, 60)));

        assertThat(packs).extracting(pack -> pack.legId).containsExactly("agent", "agent", "customer");
        assertThat(packs).extracting(pack -> pack.number).containsExactly(1, 2, 3);
        assertThat(packs).allSatisfy(pack -> assertThat(pack.packs).isEqualTo(3));
    }

    @Test
    void what_fills_a_pack_to_the_last_sample_still_fits() {
        assertThat(Packing.of(KEY, null, List.of(Said.utterance("a", 1, 0, 13.5), Said.utterance("a", 2, 20, 33.5))))
                .hasSize(1);
        assertThat(Packing.of(KEY, null, List.of(Said.utterance("a", 1, 0, 13.5), Said.utterance("a", 2, 20, 33.501))))
                .hasSize(2);
    }

    @Test
    void an_utterance_longer_than_a_pack_is_cut_where_a_piece_ends() {
        List<Pack> packs = Packing.of(KEY, null, List.of(Said.utterance("a", 7, 100, 160)));

        assertThat(packs).hasSize(3);
        assertThat(packs.stream().flatMap(pack -> pack.utterances.stream()))
                .extracting(part -> part.number, part -> part.begin / Said.SECOND, part -> part.end / Said.SECOND)
                .containsExactly(tuple(7, 100L, 127L), tuple(7, 127L, 154L), tuple(7, 154L, 160L));
    }

    @Test
    void an_utterance_without_any_stored_piece_is_in_no_pack() {
        UtteranceFacts lost = Said.utterance("a", 1, 0, 5);
        lost.pieces.forEach(piece -> piece.stored = false);
        UtteranceFacts refused = Said.utterance("a", 2, 6, 7);
        refused.pieces.clear();

        assertThat(Packing.of(KEY, null, List.of(lost, refused))).isEmpty();
    }

    @Test
    void a_lost_piece_marks_its_utterance_and_no_other() {
        UtteranceFacts damaged = Said.utterance("a", 1, 0, 9);
        damaged.pieces.get(1).stored = false;
        Pack pack = Packing.of(KEY, null, List.of(damaged, Said.utterance("a", 2, 10, 12)))
                .get(0);

        assertThat(pack.utterances).extracting(place -> place.incomplete).containsExactly(true, false);
        assertThat(pack.pieces).hasSize(3).allMatch(piece -> piece.stored);
    }

    @Test
    void a_piece_that_two_utterances_share_is_read_once() {
        UtteranceFacts first = Said.utterance("a", 1, 0, 2);
        UtteranceFacts second = Said.utterance("a", 2, 2, 3);
        PieceFacts shared = Said.piece("a", 0, 3 * Said.SECOND);
        first.pieces = new ArrayList<>(List.of(shared));
        second.pieces = new ArrayList<>(List.of(shared.copy()));

        assertThat(Packing.of(KEY, null, List.of(first, second)).get(0).pieces)
                .extracting(piece -> piece.uri)
                .containsExactly(shared.uri);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_pack_is_never_too_long_and_keeps_pauses_up_to_the_longest(int seed) {
        for (Pack pack : Packing.of(KEY, null, randomUtterances(seed))) {
            assertThat(pack.samples()).isBetween(1, Packing.MOST_SAMPLES);
            assertThat(pack.utterances.get(0).offset).isZero();
            for (int i = 1; i < pack.utterances.size(); i++) {
                PackedUtterance before = pack.utterances.get(i - 1);
                PackedUtterance place = pack.utterances.get(i);
                assertThat((long) place.offset - before.offset - before.samples())
                        .isEqualTo(Math.min(place.begin - before.end, Packing.PAUSE_SAMPLES));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_stored_sample_is_in_one_pack_under_its_number(int seed) {
        List<UtteranceFacts> utterances = randomUtterances(seed);
        List<Pack> packs = Packing.of(KEY, null, utterances);
        for (UtteranceFacts utterance : utterances) {
            List<PackedUtterance> parts = packs.stream()
                    .filter(pack -> pack.legId.equals(utterance.legId))
                    .flatMap(pack -> pack.utterances.stream())
                    .filter(place -> place.number == utterance.number)
                    .toList();
            for (int i = 1; i < parts.size(); i++) {
                assertThat(parts.get(i).begin).isGreaterThanOrEqualTo(parts.get(i - 1).end);
            }
            for (PieceFacts piece : utterance.pieces) {
                long packed = parts.stream()
                        .mapToLong(part -> Math.min(part.end, piece.end) - Math.max(part.begin, piece.begin))
                        .filter(samples -> samples > 0)
                        .sum();
                if (piece.stored) {
                    assertThat(packed).isEqualTo(piece.end - piece.begin);
                }
            }
            boolean whole = utterance.pieces.stream().allMatch(piece -> piece.stored);
            assertThat(parts).allSatisfy(part -> assertThat(part.incomplete).isEqualTo(!whole));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_pack_has_room_for_what_the_next_one_begins_with(int seed) {
        List<Pack> packs = Packing.of(KEY, null, randomUtterances(seed));
        for (int i = 1; i < packs.size(); i++) {
            Pack before = packs.get(i - 1);
            Pack pack = packs.get(i);
            if (before.legId.equals(pack.legId)) {
                int first = pack.utterances.get(0).samples();
                PackedUtterance last = before.utterances.get(before.utterances.size() - 1);
                long pause = Math.min(pack.utterances.get(0).begin - last.end, Packing.PAUSE_SAMPLES);
                assertThat(before.samples() + pause + first).isGreaterThan(Packing.MOST_SAMPLES);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void each_pack_names_the_stored_pieces_behind_it_and_no_others(int seed) {
        List<UtteranceFacts> utterances = randomUtterances(seed);
        for (Pack pack : Packing.of(KEY, null, utterances)) {
            List<String> needed = utterances.stream()
                    .filter(utterance -> utterance.legId.equals(pack.legId))
                    .flatMap(utterance -> utterance.pieces.stream())
                    .filter(piece -> piece.stored
                            && pack.utterances.stream()
                                    .anyMatch(place -> piece.begin < place.end && place.begin < piece.end))
                    .map(piece -> piece.uri)
                    .toList();
            assertThat(pack.pieces).extracting(piece -> piece.uri).containsExactlyInAnyOrderElementsOf(needed);
        }
    }

    /** Mostly short, now and then far too long, now and then with lost pieces, in no order. */
    private static List<UtteranceFacts> randomUtterances(int seed) {
        RandomGenerator random = Said.random(seed);
        List<UtteranceFacts> utterances = new ArrayList<>();
        for (String leg : List.of("agent", "customer")) {
            double now = 0;
            int count = random.nextInt(40);
            for (int number = 1; number <= count; number++) {
                double begin = now + random.nextDouble(0.1, 5);
                now = begin + (random.nextInt(10) == 0 ? random.nextDouble(20, 90) : random.nextDouble(0.3, 15));
                UtteranceFacts utterance = Said.utterance(leg, number, begin, now);
                utterance.pieces.forEach(piece -> piece.stored = random.nextInt(8) != 0);
                utterances.add(random.nextInt(utterances.size() + 1), utterance);
            }
        }
        return utterances;
    }
}
