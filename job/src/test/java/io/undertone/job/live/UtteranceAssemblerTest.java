package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.job.runtime.Written;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.SpeechSettings;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.speech.UtteranceSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UtteranceAssemblerTest {
    /** Frames in 3.2 s: more than a piece. */
    private static final int LONG = 100;
    /** Frames that close an utterance. */
    private static final int PAUSE = 20;

    private final CallId id = KnownCall.id("c-1", 0);
    private final HeardLeg customer = new HeardLeg(id, KnownCall.CUSTOMER);
    private CallHarness<CallItem, CallProduct> calls;

    @BeforeEach
    void open() throws Exception {
        calls = open(2, false);
    }

    @AfterEach
    void the_end_leaves_nothing() throws Exception {
        calls.take(KnownCall.ended(id));
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void an_utterance_comes_after_the_pieces_that_hold_its_audio() throws Exception {
        calls.take(KnownCall.facts(id, true));
        hear(customer.silence(PAUSE), customer.speech(LONG), customer.silence(PAUSE));
        List<CallProduct> products = products(calls);

        assertThat(products).hasSize(3);
        UtteranceFacts utterance = Objects.requireNonNull(products.get(2).utterance);
        assertThat(utterance.number).isEqualTo(1);
        assertThat(utterance.role).isEqualTo(Role.CUSTOMER);
        assertThat(utterance.begin).isEqualTo((PAUSE - 1) * 256L);
        assertThat(utterance.end).isEqualTo((PAUSE + LONG + 1) * 256L);
        assertThat(utterance.lufs).isNotNull();
        List<PieceFacts> pieces = pieces(products);
        assertThat(pieces.get(0).begin).isEqualTo(utterance.begin);
        assertThat(pieces.get(0).end).isEqualTo(pieces.get(1).begin).isEqualTo(utterance.begin + 24_000);
        assertThat(pieces.get(1).end).isEqualTo(utterance.end);
        assertThat(utterance.pieces).usingRecursiveComparison().isEqualTo(pieces);
    }

    @Test
    void a_piece_holds_what_was_said() throws Exception {
        calls.take(KnownCall.facts(id, true));
        CallItem speech = customer.speech(LONG);
        hear(speech, customer.silence(PAUSE));
        byte[] muLaw =
                Objects.requireNonNull(calls.drain(UtteranceAssembler.PIECES).get(0).muLaw);
        short[] said = Objects.requireNonNull(speech.frames()).samples();
        assertThat(muLaw).hasSize(24_000);
        for (int i = 0; i < muLaw.length; i++) {
            assertThat(muLaw[i]).isEqualTo(G711.encodeMuLaw(said[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, true",
        "true, true, true",
        "false, false, false",
        "false, true, false",
        ", false, false",
        ", true, true"
    })
    void audio_is_kept_only_where_that_was_agreed_or_the_policy_assumes_it(Boolean given, boolean assumed, boolean kept)
            throws Exception {
        calls.close();
        calls = open(1, assumed);
        calls.take(KnownCall.facts(id, given));
        hear(customer.speech(LONG), customer.silence(PAUSE));
        List<CallProduct> products = products(calls);
        assertThat(pieces(products)).hasSize(kept ? 2 : 0);
        assertThat(Objects.requireNonNull(products.get(products.size() - 1).utterance).pieces)
                .hasSize(kept ? 2 : 0);
    }

    @Test
    void before_anything_was_said_about_a_call_the_policy_decides() throws Exception {
        hear(customer.speech(LONG), customer.silence(PAUSE));
        assertThat(pieces(products(calls))).isEmpty();
    }

    @Test
    void a_withdrawal_in_mid_utterance_stops_its_pieces_at_once_and_has_those_erased_that_went_out() throws Exception {
        calls.take(KnownCall.facts(id, true));
        hear(customer.speech(LONG));
        assertThat(pieces(products(calls))).hasSize(1);
        calls = calls.rescaled(3);
        calls.take(KnownCall.facts(id, false));
        calls.take(KnownCall.facts(id, false));
        assertThat(calls.drain(UtteranceAssembler.PIECES)).singleElement().satisfies(order -> {
            assertThat(order.erasure().directory).endsWith("/c-1/1767607200000000-0/customer");
            assertThat(order.number).as("behind the piece").isEqualTo(1);
        });
        hear(customer.speech(LONG), customer.silence(PAUSE));
        List<CallProduct> products = products(calls);
        assertThat(pieces(products)).isEmpty();
        assertThat(Objects.requireNonNull(products.get(0).utterance).pieces).isEmpty();
    }

    @Test
    void what_is_taken_back_is_erased_and_the_end_says_how_many_erasures_to_wait_for() throws Exception {
        calls.take(KnownCall.facts(id, true));
        hear(customer.speech(2 * LONG));
        assertThat(pieces(products(calls))).hasSize(2);
        calls = calls.rescaled(3);
        calls.take(CallItem.recall(id, null, new Recall(KnownCall.CUSTOMER, 16_000)));
        hear(customer.cut());
        assertThat(calls.drain(UtteranceAssembler.PIECES)).singleElement().satisfies(order -> {
            assertThat(order.erasure().from).isEqualTo(16_000);
            assertThat(order.erasure().pieces).extracting(piece -> piece.begin).containsExactly(0L, 24_000L);
            assertThat(order.number).isEqualTo(2);
        });
        List<CallProduct> items = calls.drain();
        assertThat(items).extracting(item -> item.recall != null).containsExactly(true, false);
        assertThat(Objects.requireNonNull(items.get(1).utterance).end).isEqualTo(16_000);

        calls.take(KnownCall.ended(id));
        assertThat(calls.drain().get(0).erasures).isEqualTo(1);
        assertThat(calls.drain(UtteranceAssembler.PIECES)).singleElement().satisfies(none -> {
            assertThat(none.erasure().last).isTrue();
            assertThat(none.number).isEqualTo(2);
            assertThat(none.erasures).isEqualTo(1);
        });
    }

    @Test
    void a_refusal_that_another_system_knows_of_stops_pieces_that_the_gateway_allows() throws Exception {
        CallItem facts = KnownCall.facts(id, true);
        Objects.requireNonNull(facts.facts()).othersConsent.recording = false;
        calls.take(facts);
        hear(customer.speech(LONG), customer.silence(PAUSE));
        assertThat(pieces(products(calls))).isEmpty();
    }

    @Test
    void what_was_said_before_the_consent_is_not_kept_though_it_was_the_same_utterance() throws Exception {
        calls.take(KnownCall.facts(id, null));
        hear(customer.speech(LONG));
        long consented = customer.position();
        calls.take(KnownCall.facts(id, true));
        hear(customer.speech(2 * LONG), customer.silence(PAUSE));
        assertThat(pieces(products(calls)))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.begin).isGreaterThanOrEqualTo(consented));
    }

    @Test
    void the_end_counts_what_every_leg_said() throws Exception {
        hear(customer.speech(LONG), customer.silence(PAUSE), customer.speech(LONG), customer.cut());
        calls.drain();
        calls.take(KnownCall.ended(id));
        List<LegSummary> legs = Objects.requireNonNull(calls.drain().get(0).ended).legs;
        assertThat(legs).extracting(leg -> leg.utterances).containsExactly(0, 2);
        assertThat(legs.get(1).speechSamples).isEqualTo((2 * LONG + 2) * 256L);
    }

    @Test
    void items_of_a_call_are_numbered_in_their_order_and_pieces_to_be_stored_in_theirs() throws Exception {
        calls.take(KnownCall.facts(id, true));
        hear(customer.speech(LONG), customer.silence(PAUSE));
        calls.take(KnownCall.facts(id, true));
        List<CallProduct> items = calls.drain();
        assertThat(items).extracting(item -> item.number).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(items)
                .as("the word that a piece was cut is one of them")
                .extracting(item -> item.piece != null)
                .containsExactly(false, true, true, false, false);
        assertThat(calls.drain(UtteranceAssembler.PIECES))
                .extracting(item -> item.number)
                .containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_in_mid_utterance_changes_nothing(int before, int after) throws Exception {
        Written.assertSame(CallProduct.class, products(before, after), products(before, before));
    }

    private static List<CallProduct> products(int before, int after) throws Exception {
        CallHarness<CallItem, CallProduct> calls = open(before, true);
        List<HeardLeg> legs = IntStream.range(0, 20)
                .mapToObj(i -> new HeardLeg(KnownCall.id("c-" + i, 0), KnownCall.CUSTOMER))
                .toList();
        for (HeardLeg leg : legs) {
            calls.take(HeardLeg.measured(leg.speech(LONG)));
        }
        List<CallProduct> products = new ArrayList<>(products(calls));
        if (before != after) {
            calls = calls.rescaled(after);
        }
        for (HeardLeg leg : legs) {
            calls.take(HeardLeg.measured(leg.silence(PAUSE)));
        }
        products.addAll(products(calls));
        calls.close();
        products.sort(Comparator.comparing((CallProduct product) -> product.key())
                .thenComparing(product -> product.utterance != null));
        assertThat(products).hasSize(60);
        return products;
    }

    private void hear(CallItem... items) throws Exception {
        for (CallItem item : items) {
            calls.take(HeardLeg.measured(item));
        }
    }

    /** Pieces first, then utterances. */
    private static List<CallProduct> products(CallHarness<CallItem, CallProduct> calls) {
        List<CallProduct> products = new ArrayList<>(calls.drain(UtteranceAssembler.PIECES));
        calls.drain().stream().filter(product -> product.utterance != null).forEach(products::add);
        return products;
    }

    private static List<PieceFacts> pieces(List<CallProduct> products) {
        return products.stream()
                .map(product -> product.piece)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static CallHarness<CallItem, CallProduct> open(int parallelism, boolean assumed) throws Exception {
        ConsentRule consent = (tenant, given) -> given == null ? assumed : given;
        return CallHarness.ofFunction(
                () -> new UtteranceAssembler(
                        SpeechSettings.defaults(), new UtteranceSettings(500, 15_000, 3_000), "file:///audio", consent),
                parallelism);
    }
}
