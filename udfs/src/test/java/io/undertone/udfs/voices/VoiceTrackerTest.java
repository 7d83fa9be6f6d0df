package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Voices as directions at right angles; a mixed leg's windows last 64 frames and come every 16. */
class VoiceTrackerTest {
    private static final int FRAME = Speeches.FRAME;
    private static final int HOP = 16;
    private static final int LONG = 64;

    private final VoiceTracker tracker = new VoiceTracker(new VoiceSettings(0.66, 0.566));
    private final LegVoices leg = new LegVoices();
    private final List<VoiceChange> changes = new ArrayList<>();
    private int cells;
    private int lastVoice;
    /** Samples of pauses so far. */
    private long paused;

    @Test
    void the_first_voice_is_dated_back_to_the_first_speech() {
        turn(0, 8);

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).voice()).isEqualTo(1);
        assertThat(changes.get(0).from()).isZero();
    }

    @Test
    void a_change_is_dated_to_where_the_windows_say_it_was() {
        turn(0, 12);
        turn(1, 12);

        assertThat(changes).extracting(VoiceChange::voice).containsExactly(1, 2);
        assertThat((double) changes.get(1).from()).isCloseTo(12.0 * HOP * FRAME, within(4.0 * FRAME));
    }

    @Test
    void a_change_beside_a_pause_is_dated_into_it() {
        turn(0, 12);
        paused += 4_000;
        turn(1, 12);

        assertThat(changes.get(1).from()).isEqualTo(12L * HOP * FRAME + 4_000);
    }

    @Test
    void a_voice_that_comes_back_has_its_number() {
        turn(0, 12);
        turn(1, 12);
        turn(0, 12);

        assertThat(changes).extracting(VoiceChange::voice).containsExactly(1, 2, 1);
    }

    @Test
    void one_window_that_is_unlike_all_others_changes_nothing() {
        turn(0, 10);
        hear(Speeches.of(9), true);
        turn(0, 10);

        assertThat(changes).hasSize(1);
        assertThat(leg.voices).hasSize(1);
    }

    @Test
    void windows_without_an_answer_or_with_a_broken_one_have_no_vote() {
        turn(0, 10);
        float[] broken = Speeches.of(1);
        broken[3] = Float.NaN;
        float[] sum = leg.voices.get(0).sum.clone();
        for (int i = 0; i < 6; i++) {
            hear(i % 2 == 0 ? null : broken, true);
        }

        assertThat(changes).hasSize(1);
        assertThat(leg.voice).isEqualTo(1);
        assertThat(leg.voices).hasSize(1);
        assertThat(leg.voices.get(0).sum[0]).isGreaterThanOrEqualTo(sum[0]);
        assertThat(leg.voices.get(0).sum[3]).isZero();
    }

    @Test
    void short_or_dirty_speech_never_moves_a_centroid() {
        turn(0, 10);
        turn(0, 4);
        int lessons = leg.voices.get(0).lessons;
        float[] sum = leg.voices.get(0).sum.clone();
        for (int i = 0; i < 12; i++) {
            hear(Speeches.between(0, 5, 0.8), false);
        }

        assertThat(leg.voices.get(0).lessons).isLessThanOrEqualTo(lessons + 2);
        assertThat(leg.voices.get(0).sum[5]).isZero();
        assertThat(leg.voices.get(0).sum[0]).isGreaterThanOrEqualTo(sum[0]);
        assertThat(leg.voices).hasSize(1);
    }

    @Test
    void short_speech_founds_no_voice() {
        for (int i = 0; i < 12; i++) {
            hear(Speeches.of(0), false);
        }

        assertThat(leg.voices).isEmpty();
        assertThat(changes).isEmpty();
    }

    @Test
    void a_ninth_voice_is_counted_to_one_of_the_eight() {
        for (int voice = 0; voice < 12; voice++) {
            turn(voice, 12);
        }
        changes.addAll(tracker.finish(leg));

        assertThat(leg.voices).hasSize(8);
        assertThat(changes).extracting(VoiceChange::voice).allMatch(number -> number >= 1 && number <= 8);
    }

    @Test
    void changes_come_in_order() {
        for (int i = 0; i < 20; i++) {
            turn(i % 3, 5 + i % 4);
        }
        changes.addAll(tracker.finish(leg));

        assertThat(changes).hasSizeGreaterThan(15).isSortedAccordingTo((a, b) -> Long.compare(a.from(), b.from()));
    }

    @Test
    void two_voices_at_once_are_marked_for_as_long_as_they_last() {
        turn(0, 12);
        turn(1, 12);
        for (int i = 0; i < 12; i++) {
            hear(Speeches.between(0, 1, 0.5), true);
        }
        turn(1, 12);

        assertThat(changes).extracting(VoiceChange::overlap).containsSubsequence(false, true, false);
        assertThat(leg.voices).hasSize(2);
        assertThat(leg.overlap).isFalse();
        assertThat(leg.voices.get(1).sum[0]).as("what the overlap taught").isLessThan(leg.voices.get(1).sum[1] / 5);
    }

    @Test
    void the_end_decides_what_is_left() {
        turn(0, 12);
        turn(1, 12);
        turn(0, 3);
        int before = changes.size();
        changes.addAll(tracker.finish(leg));

        assertThat(before).isEqualTo(2);
        assertThat(changes).extracting(VoiceChange::voice).containsExactly(1, 2, 1);
        assertThat(leg.recent).isEmpty();
    }

    @Test
    void a_leg_heard_twice_has_the_same_changes() {
        turn(0, 12);
        turn(1, 7);
        turn(0, 9);
        var again = new VoiceTrackerTest();
        again.turn(0, 12);
        again.turn(1, 7);
        again.turn(0, 9);

        assertThat(again.changes).isEqualTo(changes);
    }

    @Test
    void state_is_bounded_however_long_the_call() {
        for (int i = 0; i < 400; i++) {
            turn(i % 10, 8);
        }
        int floats = leg.first.length;
        floats += leg.voices.stream().mapToInt(voice -> voice.sum.length).sum();
        floats +=
                leg.recent.stream().mapToInt(window -> window.embedding.length).sum();
        int positions =
                leg.recent.stream().mapToInt(window -> window.fresh.length).sum();

        assertThat(4 * floats + 8 * positions).isLessThanOrEqualTo(20 * 1_024);
    }

    @Test
    void a_handover_on_a_leg_of_its_own_takes_two_windows_and_is_dated_to_the_first() {
        separate(0, 1_000);
        separate(0, 2_000);
        separate(1, 3_000);
        assertThat(changes).hasSize(1);
        separate(1, 4_000);

        assertThat(changes).extracting(VoiceChange::voice).containsExactly(1, 2);
        assertThat(changes.get(1).from()).isEqualTo(3_000);
    }

    @Test
    void a_single_other_window_on_a_leg_of_its_own_is_no_handover() {
        for (int voice : new int[] {0, 0, 1, 0, 2, 0}) {
            separate(voice, 1_000L * (1 + cells++));
        }

        assertThat(changes).hasSize(1);
        assertThat(leg.voices).hasSize(1);
    }

    @Test
    void a_label_on_a_leg_of_its_own_is_two_of_the_last_three() {
        int at = 0;
        for (int voice : new int[] {0, 0, 1, 1, 0, 1, 0, 0}) {
            separate(voice, ++at * 1_000L);
        }

        assertThat(changes).extracting(VoiceChange::voice).containsExactly(1, 2, 1);
        assertThat(changes).extracting(VoiceChange::from).containsExactly(0L, 3_000L, 5_000L);
    }

    /** Windows that end in the turn, as many as its cells; those at its begin have a part of what came before. */
    private void turn(int voice, int windows) {
        int before = cells == 0 ? voice : lastVoice;
        for (int i = 0; i < windows; i++) {
            double share = Math.min(1, (i + 1) / (double) (LONG / HOP));
            hear(Speeches.between(voice, before, share), true);
        }
        lastVoice = voice;
    }

    private void hear(float @Nullable [] embedding, boolean teaches) {
        var window = new VoiceWindow();
        window.number = ++cells;
        window.speechFrames = (long) cells * HOP;
        window.speechSamples = Math.min(cells * HOP, LONG) * FRAME;
        window.teaches = teaches;
        window.fresh = new long[HOP];
        Arrays.setAll(window.fresh, i -> ((cells - 1L) * HOP + i) * FRAME + paused);
        window.to = window.fresh[HOP - 1] + FRAME;
        window.from = Math.max(0, window.to - window.speechSamples);
        window.centre = (window.from + window.to) / 2;
        changes.addAll(tracker.hearMixed(leg, window, embedding));
    }

    private void separate(int voice, long centre) {
        var window = new VoiceWindow();
        window.from = centre - 1_000;
        window.centre = centre;
        window.speechSamples = 94 * FRAME;
        window.teaches = true;
        changes.addAll(tracker.hearSeparate(leg, window, Speeches.of(voice)));
    }
}
