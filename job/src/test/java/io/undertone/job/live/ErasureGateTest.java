package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.speech.Erasure;
import io.undertone.udfs.speech.PieceFacts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ErasureGateTest {
    private static final CallId ID = KnownCall.id("c-1", 0);

    private CallHarness<CallProduct, CallProduct> calls;

    @BeforeEach
    void open() throws Exception {
        calls = CallHarness.ofFunction(ErasureGate::new, 2);
    }

    @AfterEach
    void nothing_is_left() {
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void an_erasure_waits_for_the_writes_before_it_and_for_none_behind() throws Exception {
        calls.take(answer(0));
        calls.take(erasure(3));
        calls.take(answer(2));
        calls.take(answer(3));
        assertThat(calls.drain()).isEmpty();
        calls = calls.rescaled(3);
        calls.take(answer(1));
        assertThat(calls.drain())
                .singleElement()
                .satisfies(order -> assertThat(order.number).isEqualTo(3));
        calls.take(none(4, 1));
    }

    @Test
    void what_no_write_comes_before_goes_at_once() throws Exception {
        calls.take(erasure(0));
        assertThat(calls.drain()).hasSize(1);
        calls.take(none(0, 1));
    }

    @Test
    void a_lost_piece_is_answered_for_too() throws Exception {
        CallProduct lost =
                CallProduct.piece(ID, null, new PieceFacts(), new byte[8]).numbered(0);
        calls.takeAll(List.of(erasure(1), lost, none(1, 1)));
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void an_erasure_that_comes_behind_the_end_goes_all_the_same() throws Exception {
        calls.takeAll(List.of(none(1, 2), answer(0), erasure(1)));
        assertThat(calls.drain()).hasSize(1);
        assertThat(calls.keyedEntries()).isEqualTo(1);
        calls.take(erasure(0));
        assertThat(calls.drain()).hasSize(1);
    }

    @Test
    void a_call_without_erasures_leaves_nothing_either() throws Exception {
        calls.takeAll(List.of(answer(0), none(2, 0), answer(1)));
        assertThat(calls.drain()).isEmpty();
    }

    private static CallProduct answer(long number) {
        var piece = new PieceFacts();
        piece.stored = true;
        return CallProduct.piece(ID, null, piece, null).numbered(number);
    }

    private static CallProduct erasure(long behind) {
        return CallProduct.erasure(ID, null, behind, Erasure.of("file:///audio", 8_000));
    }

    private static CallProduct none(long pieces, int erasures) {
        CallProduct none = CallProduct.erasure(ID, null, pieces, Erasure.none());
        none.erasures = erasures;
        return none;
    }
}
