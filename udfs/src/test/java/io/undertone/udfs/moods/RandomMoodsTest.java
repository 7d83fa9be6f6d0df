package io.undertone.udfs.moods;

import static io.undertone.udfs.moods.AlertPhase.CLEARED;
import static io.undertone.udfs.moods.AlertPhase.RAISED;
import static io.undertone.udfs.moods.AlertPhase.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every call, whatever is said in it and whatever happens to it. */
final class RandomMoodsTest {
    private static final long SECOND = SpokenCall.SECOND;
    private static final ObjectMapper STATE = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.PUBLIC_ONLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_alert_is_raised_updated_and_cleared_in_this_order(long seed) {
        for (List<AlertFacts> events : alerts(heard(seed)).values()) {
            AlertFacts before = events.get(0);
            assertThat(before.phase).isEqualTo(RAISED);
            assertThat(before.step).isZero();
            for (AlertFacts event : events.subList(1, events.size())) {
                assertThat(event.phase).isNotEqualTo(RAISED);
                assertThat(before.phase).as("nothing comes after").isNotEqualTo(CLEARED);
                assertThat(event.step).isEqualTo(before.step + 1);
                assertThat(event.severity).isGreaterThanOrEqualTo(before.severity);
                assertThat(event.peakScore).isGreaterThanOrEqualTo(before.peakScore);
                assertThat(event.decidedSample).isGreaterThanOrEqualTo(before.decidedSample);
                assertThat(event.beginSample).isEqualTo(before.beginSample);
                before = event;
            }
            assertThat(before.phase)
                    .as("the end of the call leaves nothing open")
                    .isEqualTo(CLEARED);
            assertThat(before.endSample).isEqualTo(before.decidedSample);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_is_told_too_often(long seed) {
        var cleared = new TreeMap<String, Long>();
        var updated = new TreeMap<String, Long>();
        var raised = new TreeMap<String, Integer>();
        for (AlertFacts event : heard(seed).alerts) {
            String speaker = event.ruleId + event.legId + event.role;
            if (event.phase == RAISED) {
                assertThat(raised.merge(event.ruleId, 1, Integer::sum)).isLessThanOrEqualTo(10);
                assertThat(event.decidedSample - cleared.getOrDefault(speaker, -30 * SECOND))
                        .isGreaterThanOrEqualTo(30 * SECOND);
            } else if (event.phase == UPDATED) {
                Long last = updated.put(event.alertId, event.decidedSample);
                assertThat(event.decidedSample - (last == null ? -5 * SECOND : last))
                        .isGreaterThanOrEqualTo(5 * SECOND);
            } else {
                cleared.put(speaker, event.decidedSample);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_state_that_was_restored_after_any_step_decides_the_same(long seed) {
        SpokenCall straight = heard(seed);
        SpokenCall restored = heard(seed, RandomMoodsTest::restore);
        assertThat(written(restored.alerts)).isEqualTo(written(straight.alerts));
        assertThat(written(restored.windows)).isEqualTo(written(straight.windows));
        assertThat(straight.alerts).extracting(alert -> alert.eventId).doesNotHaveDuplicates();
    }

    @Test
    void chance_brings_about_whatever_may_happen() {
        var reasons = new ArrayList<String>();
        var phases = new ArrayList<String>();
        seeds().mapToObj(RandomMoodsTest::heard)
                .map(call -> call.alerts)
                .flatMap(Collection::stream)
                .forEach(event -> {
                    phases.add(event.ruleId + " " + event.phase + " " + event.severity);
                    reasons.add(event.reason.replaceAll("[0-9:.]+", "#"));
                });
        assertThat(phases)
                .contains("frustration RAISED MEDIUM", "frustration UPDATED HIGH", "frustration CLEARED MEDIUM")
                .contains("raised-voice RAISED LOW", "raised-voice UPDATED LOW", "raised-voice CLEARED LOW");
        assertThat(reasons)
                .contains("the call ended, # into the call", "on hold for # s, # into the call")
                .contains("consent to reading emotions was taken back, # into the call")
                .contains("negative #, for # s not over #, # into the call");
    }

    private static SpokenCall heard(long seed) {
        return heard(seed, call -> {});
    }

    private static SpokenCall heard(long seed, Consumer<SpokenCall> afterEachStep) {
        var call = new SpokenCall();
        for (Consumer<SpokenCall> step : new RandomMoods(seed).steps()) {
            step.accept(call);
            afterEachStep.accept(call);
            call.take("agent");
            call.take("customer");
        }
        call.end();
        return call;
    }

    private static void restore(SpokenCall call) {
        try {
            call.call = STATE.readValue(written(call.call), JudgedCall.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each of several. */
    private static String written(Object pojo) {
        try {
            return STATE.writeValueAsString(pojo).replace("},{", "},\n{");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<AlertFacts>> alerts(SpokenCall call) {
        var alerts = new LinkedHashMap<String, List<AlertFacts>>();
        call.alerts.forEach(event ->
                alerts.computeIfAbsent(event.alertId, any -> new ArrayList<>()).add(event));
        return alerts;
    }
}
