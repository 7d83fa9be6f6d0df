package io.undertone.udfs.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.model.Mood;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodCallsTest {
    private static final int RATE_HZ = 8_000;

    private final List<ActedClip> clips = new ToyClips()
            .add("anna", Mood.NEGATIVE, 4, 2, 3, 3, 2, 2, 4, 3, 3, 4, 2)
            .add("anna", Mood.NEUTRAL, 2, 3, 1, 2)
            .add("bert", Mood.NEGATIVE, 5, 6)
            .add("bert", Mood.NEUTRAL, 2, 3, 1)
            .add("bert", Mood.POSITIVE, 2)
            .all();

    private final List<MoodCall> calls = new MoodCalls(1).of(clips);

    @Test
    void each_speaker_makes_a_call_in_which_calm_and_angry_stretches_take_turns() {
        assertThat(calls).extracting(MoodCall::name).containsExactly("anna", "bert");
        assertThat(calls.get(0).stretches())
                .extracting(Stretch::mood)
                .containsExactly(
                        Mood.NEUTRAL,
                        Mood.NEGATIVE,
                        Mood.NEUTRAL,
                        Mood.NEGATIVE,
                        Mood.NEUTRAL,
                        Mood.NEGATIVE,
                        Mood.NEUTRAL);
        assertThat(calls.get(1).angry()).hasSize(1);
    }

    @Test
    void the_truth_is_marked_where_the_clips_are() {
        for (MoodCall call : calls) {
            long before = 0;
            for (Stretch stretch : call.stretches()) {
                assertThat(ToyClips.heard(call.samples(), before, stretch.begin()))
                        .containsExactly("silence");
                assertThat(ToyClips.heard(call.samples(), stretch.begin(), stretch.end()))
                        .isEqualTo(stretch.clips());
                before = stretch.end();
            }
        }
    }

    @Test
    void every_angry_and_calm_clip_is_said_once_in_the_mood_that_it_shows() {
        for (Mood mood : List.of(Mood.NEGATIVE, Mood.NEUTRAL)) {
            assertThat(calls.stream()
                            .flatMap(call -> call.stretches().stream())
                            .filter(stretch -> stretch.mood() == mood)
                            .flatMap(stretch -> stretch.clips().stream()))
                    .containsExactlyInAnyOrderElementsOf(clips.stream()
                            .filter(clip -> clip.mood() == mood)
                            .map(ActedClip::name)
                            .toList());
        }
    }

    @Test
    void angry_stretches_are_ten_seconds_or_longer() {
        assertThat(calls.stream().flatMap(call -> call.angry().stream()))
                .hasSize(4)
                .allSatisfy(stretch -> assertThat(stretch.end() - stretch.begin())
                        .isGreaterThanOrEqualTo((long) MoodCalls.LEAST_ANGRY_SECONDS * RATE_HZ));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void between_angry_stretches_there_is_silence_enough_for_an_alert_to_clear_and_the_next_to_be_due(long seed) {
        for (MoodCall call : new MoodCalls(seed).of(clips)) {
            for (int i = 1; i < call.angry().size(); i++) {
                long silent = silence(
                        call, call.angry().get(i - 1).end(), call.angry().get(i).begin());
                assertThat(silent).isGreaterThanOrEqualTo((long) (MoodCalls.APART_SECONDS * RATE_HZ) - 2);
            }
        }
    }

    @Test
    void a_seed_makes_the_same_calls_again_and_another_one_others() {
        assertThat(new MoodCalls(1).of(clips).get(0).samples())
                .isEqualTo(calls.get(0).samples());
        assertThat(new MoodCalls(2).of(clips).get(0).samples())
                .isNotEqualTo(calls.get(0).samples());
    }

    @Test
    void who_else_speaks_changes_nobodys_call() {
        List<ActedClip> own =
                clips.stream().filter(clip -> clip.speaker().equals("bert")).toList();
        assertThat(new MoodCalls(1).of(own).get(0).samples())
                .isEqualTo(calls.get(1).samples());
    }

    @Test
    void too_little_anger_for_a_stretch_makes_no_call() {
        List<ActedClip> few = new ToyClips()
                .add("carl", Mood.NEGATIVE, 5, 4)
                .add("carl", Mood.NEUTRAL, 20)
                .all();
        assertThat(new MoodCalls(1).of(few)).isEmpty();
    }

    @Test
    void clips_that_do_not_add_up_evenly_make_fewer_stretches() {
        List<ActedClip> uneven =
                new ToyClips().add("dora", Mood.NEGATIVE, 9, 9, 2).all();
        Stretch only = new MoodCalls(1).of(uneven).get(0).angry().get(0);
        assertThat(only.clips()).hasSize(3);
    }

    @Test
    void another_mood_makes_calls_of_its_own() {
        List<MoodCall> happy = new MoodCalls(1).of(Mood.POSITIVE, clips);
        assertThat(happy).hasSize(1);
        assertThat(happy.get(0).angry()).isEmpty();
        assertThat(happy.get(0).stretches()).extracting(Stretch::mood).containsExactly(Mood.POSITIVE);
    }

    private static long silence(MoodCall call, long from, long to) {
        return Stream.iterate(from, at -> at + 1)
                .limit(to - from)
                .filter(at -> call.samples()[at.intValue()] == 0)
                .count();
    }
}
