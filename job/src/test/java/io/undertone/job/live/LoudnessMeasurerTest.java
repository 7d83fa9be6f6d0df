package io.undertone.job.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.job.runtime.CallHarness;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Role;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoudnessMeasurerTest {
    /** Frames of 32 ms in 4 s. */
    private static final int FOUR_SECONDS = 125;

    private final CallId id = KnownCall.id("c-1", 0);
    private final HeardLeg customer = new HeardLeg(id, KnownCall.CUSTOMER);
    private final HeardLeg agent = new HeardLeg(id, KnownCall.AGENT);
    private CallHarness<CallItem, CallItem> calls;

    @BeforeEach
    void open() throws Exception {
        calls = CallHarness.ofFunction(LoudnessMeasurer::new, 2);
        calls.take(KnownCall.facts(id, true));
    }

    @AfterEach
    void the_end_leaves_nothing() throws Exception {
        calls.take(KnownCall.ended(id));
        calls.assertNothingIsLeft();
        calls.close();
    }

    @Test
    void a_leg_reports_once_a_second_of_media_who_it_is_and_how_loud() throws Exception {
        calls.take(customer.speech(FOUR_SECONDS));
        List<Insight> insights = insights(calls);

        assertThat(insights).extracting(insight -> insight.second).containsExactly(0L, 1L, 2L, 3L);
        assertThat(insights).allSatisfy(insight -> {
            assertThat(insight.key()).isEqualTo(id.key());
            assertThat(insight.legId).isEqualTo(KnownCall.CUSTOMER);
            assertThat(insight.role).isEqualTo(Role.CUSTOMER);
            assertThat(insight.speaking).isTrue();
            assertThat(insight.momentaryLufs).isCloseTo(-23.0, within(0.1));
            assertThat(insight.peakDbfs).isCloseTo(-20.0, within(0.1));
        });
    }

    @Test
    void legs_are_measured_each_by_itself() throws Exception {
        for (int i = 0; i < FOUR_SECONDS / 5; i++) {
            calls.take(customer.speech(5));
            calls.take(agent.silence(5));
        }
        assertThat(insights(calls))
                .hasSize(8)
                .allSatisfy(insight -> assertThat(insight.speaking).isEqualTo(insight.role == Role.CUSTOMER))
                .allSatisfy(insight -> assertThat(insight.rmsDbfs > -30).isEqualTo(insight.role == Role.CUSTOMER));
    }

    @Test
    void frames_go_on_with_their_energies_and_everything_else_as_it_was() throws Exception {
        calls.drain();
        calls.take(customer.speech(10));
        calls.take(KnownCall.facts(id, false));
        List<CallItem> items = calls.drain();
        assertThat(items).hasSize(2);
        assertThat(items.get(0).energies()).hasSize(10);
        assertThat(items.get(0).energies()[9]).isPositive();
        assertThat(Objects.requireNonNull(items.get(1).facts()).recordingConsent())
                .isFalse();
    }

    @Test
    void the_end_carries_each_legs_levels_and_the_last_second_is_reported() throws Exception {
        calls.take(customer.speech(FOUR_SECONDS + 10));
        calls.take(customer.cut());
        calls.drain();
        calls.take(KnownCall.ended(id));

        List<CallItem> items = calls.drain();
        List<LegSummary> legs = Objects.requireNonNull(items.get(1).ended()).legs;
        assertThat(legs.get(0).samples).as("of a leg that was never heard").isZero();
        assertThat(legs.get(1).samples).isEqualTo((FOUR_SECONDS + 10) * 256L);
        assertThat(legs.get(1).speechLufs).isCloseTo(-23.0, within(0.1));
        assertThat(legs.get(1).rmsDbfs).isCloseTo(-23.01, within(0.05));
        assertThat(Objects.requireNonNull(items.get(0).insight()).second).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "3, 2"})
    void a_restart_in_mid_second_changes_nothing(int before, int after) throws Exception {
        assertThat(readings(before, after)).isEqualTo(readings(before, before)).hasSize(40);
    }

    private static List<String> readings(int before, int after) throws Exception {
        CallHarness<CallItem, CallItem> calls = CallHarness.ofFunction(LoudnessMeasurer::new, before);
        List<HeardLeg> legs = IntStream.range(0, 20)
                .mapToObj(i -> new HeardLeg(KnownCall.id("c-" + i, 0), KnownCall.CUSTOMER))
                .toList();
        for (HeardLeg leg : legs) {
            calls.take(leg.speech(20));
        }
        if (before != after) {
            calls = calls.rescaled(after);
        }
        for (HeardLeg leg : legs) {
            calls.take(leg.speech(50));
        }
        List<String> readings = insights(calls).stream()
                .map(insight -> insight.key() + insight.second + " " + insight.rmsDbfs + " " + insight.momentaryLufs)
                .sorted()
                .toList();
        calls.close();
        return readings;
    }

    private static List<Insight> insights(CallHarness<CallItem, CallItem> calls) {
        return calls.drain().stream()
                .map(CallItem::insight)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
