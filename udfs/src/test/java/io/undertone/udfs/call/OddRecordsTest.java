package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.media;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Refusal.Reason;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that a call cannot use: each is refused with its reason, keeps its place, and the call goes on. */
class OddRecordsTest {
    private final CallScenario call = new CallScenario().started();

    static Stream<Arguments> damages() {
        var before = damaged(Reason.IMPLAUSIBLE_OFFSET, frame -> frame.offsetSamples = -1);
        return Stream.concat(damagesThatMayHaveAPlace(), Stream.of(before));
    }

    static Stream<Arguments> damagesThatMayHaveAPlace() {
        return Stream.of(
                damaged(Reason.UNSUPPORTED_CODEC, frame -> {
                    frame.encoding = null;
                    frame.codec = "OPUS";
                }),
                damaged(Reason.UNSUPPORTED_RATE, frame -> frame.sampleRateHz = 44_100),
                damaged(Reason.UNSUPPORTED_RATE, frame -> frame.sampleRateHz = 0),
                damaged(Reason.UNSUPPORTED_RATE, frame -> {
                    frame.sampleRateHz = 16_000;
                    frame.payload = new byte[1_600];
                }),
                damaged(Reason.UNSUPPORTED_CHANNELS, frame -> frame.channels = 2),
                damaged(Reason.WRONG_LENGTH, frame -> frame.payload = new byte[1_599]),
                damaged(Reason.WRONG_LENGTH, frame -> frame.payload = null),
                damaged(Reason.WRONG_DURATION, frame -> frame.durationSamples = 0),
                damaged(Reason.WRONG_DURATION, frame -> frame.durationSamples = 8_001),
                damaged(Reason.WRONG_DURATION, frame -> frame.durationSamples = Integer.MAX_VALUE),
                damaged(Reason.IMPLAUSIBLE_OFFSET, frame -> frame.offsetSamples = Long.MAX_VALUE),
                damaged(Reason.IMPLAUSIBLE_CAPTURE_TIME, frame -> frame.captureMicros += 3_600_000_000L),
                damaged(Reason.IMPLAUSIBLE_CAPTURE_TIME, frame -> frame.captureMicros = 0));
    }

    private static Arguments damaged(Reason reason, Consumer<MediaFrame> damage) {
        return Arguments.of(reason, damage);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damaged_record_leaves_silence_in_its_place(Reason reason, Consumer<MediaFrame> damage) {
        call.frames("customer", 0, 2)
                .frame(media("customer", 2).but(damage))
                .frames("customer", 3, 5)
                .ended(500, Map.of("customer/first", 4L));

        assertThat(call.reasons()).containsExactly(reason);
        assertThat(call.timeline("customer")).isEqualTo("ab.de");
        assertThat(call.last().counts)
                .returns(5L, counts -> counts.received)
                .returns(1L, counts -> counts.refused)
                .returns(0L, counts -> counts.lost);
    }

    @ParameterizedTest
    @MethodSource("damagesThatMayHaveAPlace")
    void what_is_missing_before_a_damaged_record_is_concealed_by_its_usual_length(
            Reason reason, Consumer<MediaFrame> damage) {
        call.frames("customer", 0, 2).frame(media("customer", 3).but(damage)).frames("customer", 4, 9);

        assertThat(call.reasons()).containsExactly(reason);
        assertThat(call.timeline("customer")).isEqualTo("ab~.efghi");
    }

    @ParameterizedTest
    @MethodSource("damages")
    void a_damaged_record_says_what_was_found(Reason reason, Consumer<MediaFrame> damage) {
        call.frame("customer", 0).frame(media("customer", 1).but(damage));

        assertThat(call.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(reason);
            assertThat(refusal.detail()).containsPattern("\\d");
        });
    }

    @Test
    void a_sequence_that_leaps_too_far_is_refused_and_conceals_nothing() {
        call.frame("customer", 0)
                .frame(media("customer", 1).but(frame -> frame.sequence = 720_002))
                .frame("customer", 1)
                .ended(200, Map.of("customer/first", 1L));

        assertThat(call.reasons()).containsExactly(Reason.IMPLAUSIBLE_SEQUENCE);
        assertThat(call.timeline("customer")).isEqualTo("ab");
        assertThat(call.last().counts.lost).isZero();
    }

    @Test
    void a_sequence_below_zero_is_implausible_even_where_it_is_the_first() {
        var unannounced = new CallScenario();
        unannounced
                .frame(media("customer", 0).but(frame -> frame.sequence = Long.MIN_VALUE))
                .frames("customer", 0, 3);

        assertThat(unannounced.reasons()).containsExactly(Reason.IMPLAUSIBLE_SEQUENCE);
        assertThat(unannounced.timeline("customer")).isEqualTo("abc");
    }

    @Test
    void a_repeated_damaged_record_is_a_duplicate() {
        call.frame(media("customer", 0).but(frame -> frame.channels = 2))
                .frame(media("customer", 0).but(frame -> frame.channels = 2));

        assertThat(call.reasons()).containsExactly(Reason.UNSUPPORTED_CHANNELS);
        assertThat(call.call.counts.duplicate).isOne();
    }

    @Test
    void a_damaged_record_that_leaps_conceals_nothing_beyond_its_place() {
        call.frames("customer", 0, 3)
                .frame(media("customer", 3).but(frame -> {
                    frame.sequence = 500_000;
                    frame.encoding = null;
                }))
                .frames("customer", 3, 5)
                .ended(500)
                .advance(5_000);

        assertThat(call.timeline("customer")).isEqualTo("abcde");
    }
}
