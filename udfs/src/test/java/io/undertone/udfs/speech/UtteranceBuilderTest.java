package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Positions are in frames of 32 ms: 16 of them are the first multiple at which 500 ms of silence have passed. */
class UtteranceBuilderTest {
    private final Listener leg = new Listener();

    @Test
    void speech_is_an_utterance_padded_by_a_frame_on_both_sides() {
        leg.silence(20).speech(30).silence(16);

        assertThat(leg.spans()).containsExactly("19-51");
        assertThat(leg.utterances.get(0).number()).isEqualTo(1);
    }

    @Test
    void a_silent_leg_has_no_utterance() {
        leg.silence(5_000).gap(0);

        assertThat(leg.utterances).isEmpty();
        assertThat(leg.pieces).isEmpty();
    }

    @Test
    void a_blip_of_less_than_250_ms_is_none() {
        leg.silence(20).speech(7).silence(50);
        assertThat(leg.utterances).isEmpty();

        leg.speech(8).silence(16);
        assertThat(leg.spans()).containsExactly("76-86");
    }

    @Test
    void an_utterance_is_open_until_500_ms_of_silence_have_passed() {
        leg.speech(30).silence(15);
        assertThat(leg.utterances).isEmpty();

        leg.silence(1);
        assertThat(leg.spans()).containsExactly("0-31");
    }

    @Test
    void speech_that_goes_on_within_500_ms_is_the_same_utterance() {
        leg.speech(30).silence(15).speech(10).silence(16);

        assertThat(leg.spans()).containsExactly("0-56");
    }

    @Test
    void speech_after_500_ms_is_the_next_utterance() {
        leg.speech(30).silence(16).speech(10).silence(16);

        assertThat(leg.spans()).containsExactly("0-31", "45-57");
        assertThat(leg.utterances).extracting(ClosedUtterance::number).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({"511, 16", "512, 16", "513, 17"})
    void the_silence_lasts_as_long_as_it_is_set_to_the_millisecond(int closeAfterMillis, int frames) {
        Listener set = new Listener(SpeechSettings.defaults(), new UtteranceSettings(closeAfterMillis, 15_000, 3_000));

        set.speech(30).silence(frames - 1);
        assertThat(set.utterances).isEmpty();

        set.silence(1);
        assertThat(set.utterances).hasSize(1);
    }

    @Test
    void an_onset_under_way_when_the_silence_is_over_is_waited_for_and_goes_on() {
        leg.speech(30).silence(15).speech(7);
        assertThat(leg.utterances).isEmpty();

        leg.speech(1).silence(16);
        assertThat(leg.spans()).containsExactly("0-54");
    }

    @Test
    void an_onset_under_way_that_comes_to_nothing_closes_the_utterance() {
        leg.speech(30).silence(15).speech(7);
        assertThat(leg.utterances).isEmpty();

        leg.silence(1);
        assertThat(leg.spans()).containsExactly("0-31");
    }

    @Test
    void a_blip_within_the_silence_does_not_prolong_it() {
        leg.speech(30).silence(4).speech(7).silence(5);

        assertThat(leg.spans()).containsExactly("0-31");
    }

    @Test
    void padding_never_reaches_into_the_utterance_before() {
        SpeechSettings wide = new SpeechSettings(0.5f, 0.35f, 250, 100, 320);
        Listener padded = new Listener(wide, UtteranceSettings.defaults());

        padded.silence(20).speech(30).silence(16).speech(30).silence(16);

        assertThat(padded.spans()).containsExactly("10-60", "60-106");
    }

    @Test
    void padding_never_exceeds_what_was_heard() {
        SpeechSettings wide = new SpeechSettings(0.5f, 0.35f, 250, 100, 960);
        Listener padded = new Listener(wide, UtteranceSettings.defaults());

        padded.silence(2).speech(30).silence(16).silence(20);

        assertThat(padded.spans()).containsExactly("0-48");
    }

    @Test
    void a_gap_closes_what_is_being_said_where_it_was_last_heard() {
        leg.silence(10).speech(20).frames(3, 0.1f);
        leg.frame(100, 0.1f, 100, 0);
        leg.gap(8_000);

        assertThat(leg.utterances).hasSize(1);
        assertThat(leg.utterances.get(0).fromSample()).isEqualTo(9 * 256);
        assertThat(leg.utterances.get(0).toSample()).isEqualTo(31 * 256);
    }

    @Test
    void frames_not_settled_at_a_gap_stay_speech_to_the_last_sample() {
        leg.silence(10).speech(20).silence(2);
        leg.frame(100, 0.1f, 100, 0);
        leg.gap(8_000);

        assertThat(leg.utterances.get(0).toSample()).isEqualTo(32 * 256 + 100);
    }

    @Test
    void after_a_gap_padding_stays_on_this_side_of_it() {
        leg.speech(20).gap(256).speech(10).gap(0);

        assertThat(leg.spans()).containsExactly("0-20", "21-31");
    }

    @Test
    void an_onset_at_a_gap_is_no_speech() {
        leg.silence(10).speech(7).gap(256).speech(7).silence(20);

        assertThat(leg.utterances).isEmpty();
    }

    @Test
    void a_second_cut_in_a_row_changes_nothing() {
        leg.speech(20).gap(256).gap(256).gap(0);

        assertThat(leg.spans()).containsExactly("0-20");
    }

    @Test
    void fifteen_seconds_are_split_at_the_least_likely_frame_of_the_last_three() {
        leg.speech(400)
                .frames(1, 0.6f)
                .speech(9)
                .frames(1, 0.5f)
                .speech(9)
                .frames(1, 0.5f)
                .speech(100);
        leg.silence(16);

        assertThat(leg.spans()).containsExactly("0-410", "410-522");
        assertThat(leg.utterances).extracting(ClosedUtterance::number).containsExactly(1, 2);
    }

    @Test
    void a_pause_in_the_last_three_seconds_is_where_fifteen_are_split() {
        leg.speech(450).silence(10).speech(100).silence(16);

        assertThat(leg.spans()).containsExactly("0-450", "450-561");
    }

    @Test
    void frames_before_the_last_three_seconds_are_no_place_to_split() {
        leg.speech(300)
                .silence(5)
                .speech(60)
                .frames(1, 0.51f)
                .speech(9)
                .frames(1, 0.6f)
                .speech(150);
        leg.silence(16);

        assertThat(leg.spans().get(0)).isEqualTo("0-375");
    }

    @Test
    void speech_that_reaches_the_limit_only_at_a_gap_is_split_too() {
        leg.speech(466).silence(3).gap(0);

        assertThat(leg.spans()).containsExactly("0-466", "466-469");
    }

    @Test
    void padding_yields_to_the_limit() {
        leg.speech(468).silence(16);

        assertThat(leg.spans()).containsExactly("0-468");
    }

    @Test
    void pieces_are_cut_every_three_seconds_while_speech_goes_on_and_the_rest_when_it_closes() {
        leg.speech(93);
        assertThat(leg.pieces).isEmpty();
        leg.speech(1);
        assertThat(leg.pieces).containsExactly(new long[] {0, 24_000, 1});

        leg.speech(6).silence(16);
        assertThat(leg.pieces).containsExactly(new long[] {0, 24_000, 1}, new long[] {24_000, 101 * 256, 1});
        assertThat(leg.utterances.get(0).pieceBounds()).containsExactly(0, 24_000, 101 * 256);
    }

    @Test
    void a_piece_is_cut_by_the_very_frame_that_completes_it() {
        Listener set = new Listener(SpeechSettings.defaults(), new UtteranceSettings(500, 16_000, 3_200));

        set.speech(99);
        assertThat(set.pieces).isEmpty();
        set.speech(1);
        assertThat(set.pieces).containsExactly(new long[] {0, 25_600, 1});
    }

    @Test
    void a_frame_that_may_yet_be_silence_cuts_no_piece() {
        leg.speech(92).silence(3);
        assertThat(leg.pieces).isEmpty();

        leg.speech(1);
        assertThat(leg.pieces).hasSize(1);
    }

    /** 93 frames fall just short of a piece; 15 of silence and 8 of onset later it is certain. */
    @Test
    void the_longest_wait_for_certainty_leaves_the_piece_in_the_ring() {
        leg.speech(93).silence(15).speech(8);

        assertThat(leg.pieces).containsExactly(new long[] {0, 24_000, 1});
        assertThat(leg.longestReach()).isEqualTo(116 * 256).isLessThan(UtteranceBuilder.RING_SAMPLES);
    }

    @Test
    void padding_beyond_a_piece_is_a_piece_of_its_own() {
        Listener padded =
                new Listener(new SpeechSettings(0.5f, 0.35f, 250, 100, 64), new UtteranceSettings(500, 15_000, 3_000));

        padded.speech(93).silence(16);

        assertThat(padded.utterances.get(0).pieceBounds()).containsExactly(0, 24_000, 95 * 256);
    }

    @Test
    void an_utterance_sums_up_its_own_frames() {
        leg.silence(20);
        for (int i = 0; i < 10; i++) {
            leg.frame(256, 0.8f, 512, i < 2 ? 256 : 3);
        }
        leg.frames(16, 0.1f);

        ClosedUtterance closed = leg.utterances.get(0);
        assertThat(closed.weightedMeanSquare()).isEqualTo((2 * 256 + 10 * 512) / (12 * 256.0), within(1e-9));
        assertThat(closed.concealedSamples()).isEqualTo(2 * 256 + 8 * 3);
        assertThat(closed.meanProbability()).isEqualTo((10 * 0.8f + 2 * 0.1f) / 12, within(1e-6f));
    }
}
