package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerMood;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of each window, of each second of media, and of each speaker in the end. */
final class JudgedWindowsTest {
    private static final int SPOKEN = SpokenCall.SPOKEN;

    private final SpokenCall call = new SpokenCall();

    @Test
    void windows_are_given_once_with_raw_and_smoothed_scores() {
        call.speak(4, 1);
        List<JudgedWindow> taken = take();
        assertThat(taken).extracting(window -> window.number).containsExactly(1, 2, 3, 4);
        assertThat(taken.get(3).begin).isEqualTo(4 * SPOKEN - SpokenCall.WINDOW);
        assertThat(taken.get(3).end).isEqualTo(4 * SPOKEN);
        JudgedWindow second = taken.get(1);
        assertThat(second.begin).isZero();
        assertThat(second.end).isEqualTo(2 * SPOKEN);
        assertThat(second.role).isEqualTo(Role.CUSTOMER);
        assertThat(second.classes).containsExactly(1.0, 0.0, 0.0);
        assertThat(second.moods).containsExactly(1.0, 0.0, 0.0);
        assertThat(second.smoothed).containsExactly(0.599, 0.401, 0.0);
        assertThat(second.failure).isNull();
        assertThat(take()).isEmpty();
        call.speak(1, 1);
        assertThat(take())
                .singleElement()
                .satisfies(window -> assertThat(window.number).isEqualTo(5));
    }

    @Test
    void scores_leave_with_three_decimals() {
        call.say(new float[] {0.7004f, 0.2996f, 0}, null);
        JudgedWindow window = take().get(0);
        assertThat(window.classes).containsExactly(0.7, 0.3, 0.0);
        assertThat(window.moods).containsExactly(0.7, 0.3, 0.0);
        assertThat(window.smoothed).containsExactly(0.257, 0.743, 0.0);
    }

    /** As a float 0.7 is less than 0.7, and so would never reach it. */
    @Test
    void a_float_that_was_rounded_to_a_threshold_reaches_it() {
        var settings = SpokenCall.SETTINGS.with(new MoodThresholds(0.7, 0.9, 0.4));
        var sure = new SpokenCall(settings, call.call.id);
        sure.speak(60, 0.7);
        assertThat(sure.alerts).isNotEmpty();
    }

    @Test
    void a_window_without_an_answer_is_like_a_pause() {
        call.speak(4, 1);
        take();
        call.say(null, "no answer in time");
        JudgedWindow failed = take().get(0);
        assertThat(failed.failure).isEqualTo("no answer in time");
        assertThat(failed.classes).isEmpty();
        assertThat(failed.moods).isEmpty();
        assertThat(failed.smoothed.get(0)).isEqualTo(0.756); // 0.839 · exp(−1.024 / 9.75)
    }

    @Test
    void loudness_is_that_of_the_last_second() {
        call.speak(7, 0).speak(1, 0, -20);
        List<JudgedWindow> taken = take();
        assertThat(taken.get(6).loudnessDeltaDb)
                .as("four seconds before the last two say nothing yet")
                .isNull();
        assertThat(taken.get(7).loudnessDeltaDb).isEqualTo(5.0);
    }

    @Test
    void a_leg_on_which_nobody_was_heard_has_no_mood() {
        call.pause(5);
        assertThat(call.judge.now(call.call, "customer")).isEqualTo(new MoodNow(EmotionState.NONE, null, null));
        assertThat(call.judge.now(call.call, "nobody's").state()).isEqualTo(EmotionState.NONE);
    }

    @Test
    void the_mood_of_now_follows_who_was_heard_last() {
        call.say(null, "no answer in time");
        assertThat(now()).isEqualTo(new MoodNow(EmotionState.READ, null, null));
        call.speak(2, 1);
        assertThat(now().moods()).containsExactly(0.599, 0.401, 0.0);
        call.pause(10);
        assertThat(now().moods()).as("0.599 · exp(−9.928 / 9.75)").containsExactly(0.216, 0.784, 0.0);
        call.role = Role.OTHER;
        call.speak(1, 0);
        assertThat(now().moods()).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void the_loudness_of_now_is_that_of_the_last_second() {
        call.speak(7, 0).speak(1, 0, -21);
        assertThat(now().loudnessDeltaDb()).isEqualTo(4.0);
    }

    @Test
    void an_ended_leg_says_how_each_who_was_heard_felt() {
        call.speak(4, 1);
        call.role = Role.AGENT;
        call.next.speakerId = "agent-7";
        call.speak(1, 0);
        LegSummary leg = call.end().legs.get(1);
        assertThat(leg.emotionWindows).isEqualTo(5);
        assertThat(leg.emotionWithdrawn).isNull();
        assertThat(leg.moods).extracting(mood -> mood.role).containsExactly(Role.CUSTOMER, Role.AGENT);
        SpeakerMood customer = leg.moods.get(0);
        assertThat(customer.roleSource).isEqualTo(RoleSource.GATEWAY);
        assertThat(customer.windows).isEqualTo(4);
        assertThat(customer.negativeWindows).isEqualTo(4);
        assertThat(customer.peakNegative).isEqualTo(0.839);
        assertThat(customer.trajectory).hasSize(1);
        assertThat(leg.moods.get(1).speakerId).isEqualTo("agent-7");
    }

    @Test
    void whoever_gets_another_voice_number_stays_who_they_are() {
        call.next.voice = 1;
        call.speak(4, 1);
        call.next.voice = 2;
        call.speak(1, 1);
        assertThat(call.call.leg("customer").tracks).hasSize(1);
        assertThat(take()).extracting(window -> window.voice).containsExactly(1, 0, 0, 0, 2);
    }

    @Test
    void a_window_that_is_missing_or_comes_twice_is_a_mistake() {
        call.speak(4, 0);
        for (int number : new int[] {4, 6}) {
            assertThatThrownBy(() -> hear(number, new float[] {0, 1, 0}, null))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("window %d of leg customer comes after window 4".formatted(number));
        }
    }

    @Test
    void a_second_without_a_window_is_a_mistake_whatever_comes_with_it() {
        assertThatThrownBy(() -> hear(0, new float[] {0, 1, 0}, null)).hasMessageContaining("window 0 of leg customer");
        assertThatThrownBy(() -> hear(0, null, "late")).hasMessageContaining("window 0 of leg customer");
        assertThatThrownBy(() -> hear(0, null, null)).hasMessageContaining("need either scores or a failure");
        assertThat(call.judge.now(call.call, "customer").state()).isEqualTo(EmotionState.NONE);
    }

    @Test
    void a_window_has_either_scores_or_a_failure() {
        assertThatThrownBy(() -> hear(1, null, null)).hasMessageContaining("need either scores or a failure");
        assertThatThrownBy(() -> hear(1, new float[3], "late")).hasMessageContaining("need either scores or a failure");
    }

    @Test
    void scores_are_those_of_the_models_classes() {
        assertThatThrownBy(() -> hear(1, new float[2], null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("need a score for each of [angry, calm, glad], got 2");
    }

    private void hear(int window, float @Nullable [] scores, @Nullable String failure) {
        var second = new SpokenSecond();
        second.legId = "customer";
        second.window = window;
        call.judge.hear(call.call, second, scores, failure, call.alerts::add);
    }

    private MoodNow now() {
        return call.judge.now(call.call, "customer");
    }

    private List<JudgedWindow> take() {
        return call.judge.takeWindows(call.call, "customer");
    }
}
