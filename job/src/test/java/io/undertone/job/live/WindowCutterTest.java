package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.MoodRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowCutterTest {
    /** Frames in 10.24 s. */
    private static final int TEN_SECONDS = 320;

    private final CallId id = KnownCall.id("c-1", 0);
    private final HeardLeg customer = new HeardLeg(id, KnownCall.CUSTOMER);
    private CallHarness<CallItem, CallItem> calls;

    @BeforeEach
    void open() throws Exception {
        calls = CallHarness.ofFunction(WindowCutterTest::cutter, 2);
    }

    @AfterEach
    void the_end_leaves_nothing() throws Exception {
        calls.take(KnownCall.ended(id));
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void a_leg_of_its_own_is_asked_about_once_in_ten_seconds_of_speech() throws Exception {
        calls.take(facts(true));
        for (int i = 0; i < 3; i++) {
            calls.take(customer.speech(TEN_SECONDS));
        }
        List<CallItem.CutWindow> windows = windows();
        assertThat(windows).hasSize(3);
        assertThat(windows).allSatisfy(cut -> {
            assertThat(cut.muLaw()).hasSize(cut.window().speechSamples);
            assertThat(cut.window().speechSamples).isGreaterThanOrEqualTo(16_000);
            assertThat(cut.window().fresh).as("of a leg of its own").isEmpty();
        });
    }

    @Test
    void a_leg_on_which_several_speak_is_asked_about_every_half_second() throws Exception {
        calls.take(CallItem.facts(id, KnownCall.ORIGIN, agreed(new CallFacts(), true)));
        calls.take(customer.speech(TEN_SECONDS));
        assertThat(windows())
                .hasSizeBetween(15, 20)
                .allSatisfy(cut -> assertThat(cut.window().fresh).isNotEmpty());
    }

    @Test
    void a_window_comes_behind_the_frames_that_it_was_cut_from() throws Exception {
        calls.take(facts(true));
        calls.take(customer.speech(TEN_SECONDS));
        List<CallItem> items = calls.drain();
        assertThat(items).extracting(item -> item.window() != null).containsExactly(false, false, true);
        assertThat(items.get(1).frames()).isNotNull();
    }

    @Test
    void without_consent_nothing_is_cut_and_nothing_gathered() throws Exception {
        calls.take(facts(false));
        calls.take(customer.speech(TEN_SECONDS));
        assertThat(windows()).isEmpty();
        calls.take(facts(true));
        calls.take(customer.speech(50));
        assertThat(windows()).as("of speech before the consent").isEmpty();
    }

    @Test
    void a_withdrawal_lets_go_of_what_was_gathered() throws Exception {
        calls.take(facts(true));
        calls.take(customer.speech(50));
        calls.take(facts(false));
        calls.take(customer.speech(10));
        calls.take(facts(true));
        calls.take(customer.speech(50));
        assertThat(windows()).isEmpty();
    }

    @Test
    void what_is_left_at_the_end_is_the_last_window_if_it_is_long_enough() throws Exception {
        calls.take(facts(true));
        calls.take(customer.speech(80));
        calls.take(KnownCall.ended(id));
        List<CallItem> items = calls.drain();
        assertThat(items.get(items.size() - 2).window()).isNotNull();
        assertThat(items.get(items.size() - 1).ended()).isNotNull();
    }

    @Test
    void the_customers_speech_is_handed_on_where_moods_may_be_read() throws Exception {
        CallItem facts = facts(false);
        Objects.requireNonNull(facts.facts()).gatewayConsent.emotion = true;
        calls.take(facts);
        calls.take(HeardLeg.measured(customer.speech(80)));
        calls.take(HeardLeg.measured(new HeardLeg(id, KnownCall.AGENT).speech(80)));
        assertThat(calls.drain().stream().map(CallItem::speech).filter(Objects::nonNull))
                .hasSizeGreaterThan(8)
                .allSatisfy(
                        block -> assertThat(Objects.requireNonNull(block).legId).isEqualTo(KnownCall.CUSTOMER));
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_in_mid_window_changes_nothing(int before, int after) throws Exception {
        assertThat(spans(before, after)).isEqualTo(spans(before, before)).hasSize(20);
    }

    private static List<String> spans(int before, int after) throws Exception {
        CallHarness<CallItem, CallItem> calls = CallHarness.ofFunction(WindowCutterTest::cutter, before);
        List<CallId> ids =
                IntStream.range(0, 20).mapToObj(i -> KnownCall.id("c-" + i, 0)).toList();
        List<HeardLeg> legs =
                ids.stream().map(call -> new HeardLeg(call, KnownCall.CUSTOMER)).toList();
        for (int i = 0; i < ids.size(); i++) {
            calls.take(facts(ids.get(i), true));
            calls.take(legs.get(i).speech(60));
        }
        if (before != after) {
            calls = calls.rescaled(after);
        }
        for (HeardLeg leg : legs) {
            calls.take(leg.speech(60));
        }
        List<String> spans = new ArrayList<>();
        for (CallItem item : calls.drain()) {
            if (item.window() != null) {
                var window = item.window().window();
                spans.add(item.key() + " " + window.from + " " + window.to + " " + window.speechSamples);
            }
        }
        calls.close();
        return spans.stream().sorted().toList();
    }

    private List<CallItem.CutWindow> windows() {
        return calls.drain().stream()
                .map(CallItem::window)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private CallItem facts(boolean biometrics) {
        return facts(id, biometrics);
    }

    private static CallItem facts(CallId id, boolean biometrics) {
        CallItem facts = KnownCall.facts(id, true);
        return CallItem.facts(id, KnownCall.ORIGIN, agreed(Objects.requireNonNull(facts.facts()), biometrics));
    }

    private static CallFacts agreed(CallFacts facts, boolean biometrics) {
        facts.gatewayConsent.biometrics = biometrics;
        return facts;
    }

    private static WindowCutter cutter() {
        return new WindowCutter(
                (tenant, given) -> Boolean.TRUE.equals(given),
                (tenant, facts) -> new MoodRights(Boolean.TRUE.equals(facts.emotionConsent()), false));
    }
}
