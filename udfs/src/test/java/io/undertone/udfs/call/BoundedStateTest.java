package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of a call does not grow with it. */
class BoundedStateTest {
    private static final long FOUR_HOURS = 14_400_000;
    private static final int LARGEST = 256;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void four_hours_of_random_records_leave_bounded_lists_and_maps(long seed) {
        var random = new Random(seed);
        var call = new CallScenario().started();
        int[] streams = new int[24];
        int[] sequences = new int[24];
        for (long at = 0; at < FOUR_HOURS; at += 50) {
            int leg = random.nextInt(random.nextInt(24) + 1);
            boolean reconnects = random.nextInt(500) == 0;
            streams[leg] += reconnects ? 1 : 0;
            sequences[leg] = reconnects ? 0 : sequences[leg] + 1;
            TestFrame frame = anything(random, leg, sequences[leg]).stream("stream-" + streams[leg], 0);
            boolean comes = random.nextInt(20) > 0;
            step(call, random, comes ? frame.captured(at).offset(at) : null, at);
        }

        assertThat(call.parts).hasSize(1);
        assertThat(call.call.securePauses.intervals).hasSizeGreaterThan(200);
        assertBounded(call.call);
        assertBounded(call.ended(FOUR_HOURS, manySequences()).call);
    }

    @Test
    void records_without_length_do_not_pile_up_behind_a_missing_one() {
        var call = new CallScenario().started();
        for (int sequence = 1; sequence < 1_000; sequence++) {
            call.frame(TestFrame.media("customer", sequence).but(frame -> frame.encoding = null));
            assertThat(call.leg("customer").stream.held).hasSizeLessThanOrEqualTo(64);
        }
    }

    private static void step(CallScenario call, Random random, @Nullable TestFrame frame, long at) {
        if (frame != null) {
            call.frame(frame);
        }
        if (random.nextInt(40) == 0) {
            signal(call, random, at);
        }
        call.last().forgetChunks();
        if (at % 60_000 == 0) {
            assertBounded(call.call);
        }
    }

    private static TestFrame anything(Random random, int leg, int sequence) {
        FrameKind[] kinds = {FrameKind.SILENCE, FrameKind.LOST, FrameKind.PAUSED, FrameKind.MEDIA};
        TestFrame frame = TestFrame.media("leg-" + leg, sequence)
                .of(kinds[random.nextInt(kinds.length)])
                .lasting(20);
        return random.nextInt(10) > 0 ? frame : frame.but(damaged -> damaged.channels = 2);
    }

    private static void signal(CallScenario call, Random random, long at) {
        Kind[] kinds = {
            Kind.STARTED,
            Kind.CHANGED,
            Kind.UPDATED_ELSEWHERE,
            Kind.HOLD,
            Kind.RESUMED,
            Kind.SECURE_PAUSE,
            Kind.SECURE_RESUME
        };
        call.signal(kinds[random.nextInt(kinds.length)], at, signal -> {
            signal.facts.attributes.put("name-" + random.nextInt(), "value");
            signal.facts.parties.put("leg-" + random.nextInt(100), new PartyFacts());
            signal.facts.queueId = "queue-" + random.nextInt();
        });
    }

    private static Map<String, Long> manySequences() {
        Map<String, Long> last = new HashMap<>();
        for (int stream = 0; stream < 1_000; stream++) {
            last.put("leg-0/unheard-" + stream, 1L);
        }
        return last;
    }

    /** Every list, map and array that can be reached. */
    private static void assertBounded(Object state) {
        for (Field field : state.getClass().getFields()) {
            Object value = Modifier.isStatic(field.getModifiers()) ? null : read(field, state);
            if (value instanceof Map<?, ?> map) {
                assertThat(map).as(field.toString()).hasSizeLessThanOrEqualTo(32);
                map.values().forEach(BoundedStateTest::assertBounded);
            } else if (value instanceof Collection<?> list) {
                assertThat(list).as(field.toString()).hasSizeLessThanOrEqualTo(LARGEST);
                list.forEach(BoundedStateTest::assertBounded);
            } else if (value != null && value.getClass().getPackage() == CallState.class.getPackage()) {
                assertBounded(value);
            }
        }
    }

    private static Object read(Field field, Object state) {
        try {
            return field.get(state);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
