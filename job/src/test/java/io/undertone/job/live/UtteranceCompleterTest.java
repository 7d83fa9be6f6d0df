package io.undertone.job.live;

import static io.undertone.job.live.KnownCall.CUSTOMER;
import static io.undertone.job.live.KnownCall.endedFacts;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One call of two utterances, of two pieces and of none, in every order in which it may come. */
final class UtteranceCompleterTest {
    private static final CallId FIRST = KnownCall.id("c-1", 0);

    private CallHarness<CallProduct, CallProduct> calls;

    @BeforeEach
    void open() throws Exception {
        calls = CallHarness.ofFunction(UtteranceCompleter::new, 2);
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        calls.assertNothingIsLeft();
        calls.close();
    }

    static Stream<List<Integer>> orders() {
        return permutations(List.of(0, 1, 2, 3, 4)).stream();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatever_the_order_utterances_go_when_complete_and_the_end_goes_last(List<Integer> order) throws Exception {
        List<String> seen = new ArrayList<>();
        for (int next : order) {
            calls.take(product(FIRST, next));
            seen.add(name(next));
            for (CallProduct out : calls.drain()) {
                UtteranceFacts utterance = Objects.requireNonNull(out.utterance);
                assertThat(seen).as("before utterance " + utterance.number).containsAll(needed(utterance.number));
                assertThat(utterance.pieces)
                        .allSatisfy(piece -> assertThat(piece.stored).isTrue());
                seen.add("gone " + utterance.number);
            }
            for (CallProduct out : calls.drain(UtteranceCompleter.ENDED)) {
                assertThat(out.ended).isNotNull();
                assertThat(seen).contains("gone 1", "gone 2");
                seen.add("ended");
            }
        }
        assertThat(seen).endsWith("ended").containsOnlyOnce("gone 1", "gone 2", "ended");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_restart_between_any_two_products_changes_nothing(List<Integer> order) throws Exception {
        int cut = 1 + order.get(0) % 4;
        List<CallProduct> utterances = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            if (i == cut) {
                utterances.addAll(calls.drain());
                calls = calls.rescaled(3);
            }
            calls.take(product(FIRST, order.get(i)));
        }
        utterances.addAll(calls.drain());
        assertThat(utterances)
                .extracting(out -> Objects.requireNonNull(out.utterance).number)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void a_piece_that_was_lost_is_marked_and_holds_up_nothing() throws Exception {
        CallProduct lost = product(FIRST, 0);
        Objects.requireNonNull(lost.piece).stored = false;
        calls.takeAll(List.of(lost, product(FIRST, 1), product(FIRST, 2)));
        assertThat(calls.drain())
                .singleElement()
                .satisfies(out -> assertThat(Objects.requireNonNull(out.utterance).pieces)
                        .extracting(piece -> piece.stored)
                        .containsExactly(false, true));
        calls.takeAll(List.of(product(FIRST, 3), product(FIRST, 4)));
    }

    @Test
    void two_parts_of_a_call_do_not_wait_for_each_other() throws Exception {
        CallId next = KnownCall.id("c-1", 1);
        calls.takeAll(List.of(product(FIRST, 4), product(next, 0), product(FIRST, 3), product(next, 1)));
        calls.takeAll(List.of(product(next, 2), product(next, 3), product(next, 4)));
        assertThat(calls.drain(UtteranceCompleter.ENDED))
                .extracting(out -> out.id.part)
                .containsExactly(1);
        calls.takeAll(List.of(product(FIRST, 2), product(FIRST, 0), product(FIRST, 1)));
        assertThat(calls.drain(UtteranceCompleter.ENDED))
                .extracting(out -> out.id.part)
                .containsExactly(0);
        assertThat(calls.drain())
                .extracting(out -> out.id.part)
                .containsOnly(0, 1)
                .hasSize(4);
    }

    @Test
    void a_call_in_which_nobody_spoke_ends_at_once() throws Exception {
        calls.take(CallProduct.ended(FIRST, null, endedFacts(FIRST, 0)));
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void a_later_version_and_the_other_half_of_a_split_find_the_answers_that_were_claimed_before() throws Exception {
        calls.takeAll(List.of(product(FIRST, 0), product(FIRST, 1), product(FIRST, 2)));
        calls.drain();
        calls = calls.rescaled(3);
        UtteranceFacts first = utterance(1, piece("a", false));
        first.version = 1;
        UtteranceFacts second = utterance(2, piece("a", false), piece("b", false));
        calls.take(CallProduct.utterance(FIRST, null, first));
        calls.take(CallProduct.utterance(FIRST, null, second));
        assertThat(calls.drain())
                .hasSize(2)
                .flatExtracting(out -> Objects.requireNonNull(out.utterance).pieces)
                .allSatisfy(piece -> assertThat(piece.stored).isTrue());
        calls.take(CallProduct.ended(FIRST, null, endedFacts(FIRST, 3)));
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void however_long_the_other_leg_talks_a_later_version_finds_its_answers() throws Exception {
        calls.takeAll(List.of(product(FIRST, 0), product(FIRST, 1), product(FIRST, 2)));
        for (int number = 1; number <= 100; number++) {
            UtteranceFacts other = utterance(number, piece("other " + number, true));
            other.legId = "agent";
            other.pieces.get(0).begin = number;
            calls.take(CallProduct.piece(FIRST, null, other.pieces.get(0), null));
            calls.take(CallProduct.utterance(FIRST, null, other));
        }
        calls.drain();
        UtteranceFacts later = utterance(1, piece("a", false), piece("b", false));
        later.version = 1;
        calls.take(CallProduct.utterance(FIRST, null, later));
        assertThat(calls.drain()).hasSize(1);
        calls.take(CallProduct.ended(FIRST, null, endedFacts(FIRST, 102)));
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void the_end_waits_for_later_versions_too() throws Exception {
        calls.takeAll(List.of(product(FIRST, 3), product(FIRST, 4)));
        UtteranceFacts later = utterance(2);
        later.version = 1;
        assertThat(calls.drain(UtteranceCompleter.ENDED)).isEmpty();
        calls.take(CallProduct.utterance(FIRST, null, later));
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void the_end_waits_until_what_must_not_stay_is_erased() throws Exception {
        CallProduct order = CallProduct.erasure(FIRST, null, 2, Erasure.of("file:///audio", 8_000));
        CallProduct end = product(FIRST, 4);
        end.erasures = 2;
        calls.takeAll(List.of(product(FIRST, 0), product(FIRST, 1), product(FIRST, 2), product(FIRST, 3)));
        calls.takeAll(List.of(order, order.erased(), end));
        assertThat(calls.drain(UtteranceCompleter.ENDED)).isEmpty();
        calls = calls.rescaled(3);
        calls.take(order.erased());
        assertThat(calls.drain(UtteranceCompleter.ENDED)).hasSize(1);
    }

    @Test
    void an_order_to_erase_is_not_for_it_and_leaves_nothing() throws Exception {
        calls.take(CallProduct.erasure(FIRST, null, 0, Erasure.none()));
    }

    private static CallProduct product(CallId id, int which) {
        return switch (which) {
            case 0 -> CallProduct.piece(id, null, piece("a", true), null);
            case 1 -> CallProduct.piece(id, null, piece("b", true), null);
            case 2 -> CallProduct.utterance(id, null, utterance(1, piece("a", false), piece("b", false)));
            case 3 -> CallProduct.utterance(id, null, utterance(2));
            default -> CallProduct.ended(id, null, endedFacts(id, 2));
        };
    }

    private static String name(int which) {
        return List.of("piece a", "piece b", "utterance 1", "utterance 2", "end")
                .get(which);
    }

    private static List<String> needed(int utterance) {
        return utterance == 1 ? List.of("piece a", "piece b", "utterance 1") : List.of("utterance 2");
    }

    private static UtteranceFacts utterance(int number, PieceFacts... pieces) {
        var utterance = new UtteranceFacts();
        utterance.legId = CUSTOMER;
        utterance.number = number;
        utterance.pieces.addAll(List.of(pieces));
        return utterance;
    }

    private static PieceFacts piece(String uri, boolean stored) {
        var piece = new PieceFacts();
        piece.uri = uri;
        piece.begin = uri.charAt(0);
        piece.stored = stored;
        return piece;
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer first : of) {
            List<Integer> rest =
                    of.stream().filter(other -> !other.equals(first)).toList();
            for (List<Integer> end : permutations(rest)) {
                List<Integer> order = new ArrayList<>(List.of(first));
                order.addAll(end);
                all.add(order);
            }
        }
        return all;
    }
}
