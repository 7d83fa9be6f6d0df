package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.speech.SpeechFrames;
import io.undertone.udfs.speech.VadGate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoiceWindowsTest {
    private static final int FRAME = Speeches.FRAME;

    private final SpokenState state = new SpokenState();
    private final List<VoiceWindow> windows = new ArrayList<>();
    private final List<byte[]> audio = new ArrayList<>();

    @Test
    void a_mixed_leg_is_asked_about_at_once_then_from_a_second_and_a_half_on_every_half_second() {
        mixed(new Speeches(0).speech(100));

        assertThat(windows).extracting(window -> window.speechFrames).containsExactly(24L, 47L, 63L, 79L, 95L);
        assertThat(windows).extracting(window -> window.speechSamples / FRAME).containsExactly(24, 47, 63, 63, 63);
        assertThat(windows).extracting(window -> window.number).containsExactly(1, 2, 3, 4, 5);
        assertThat(windows).extracting(window -> window.fresh.length).containsExactly(24, 23, 16, 16, 16);
    }

    @Test
    void only_what_lasts_two_seconds_teaches_a_voice() {
        mixed(new Speeches(0).speech(63));

        assertThat(windows).extracting(window -> window.teaches).containsExactly(false, false, true);
    }

    @Test
    void an_opening_is_repeated_until_the_model_takes_it() {
        mixed(new Speeches(0).speech(24));

        assertThat(audio.get(0)).hasSize(48 * FRAME);
        assertThat(windows.get(0).speechSamples).isEqualTo(24 * FRAME);
    }

    @Test
    void speech_goes_on_across_pauses_which_are_left_out() {
        mixed(new Speeches(0).speech(40).silence(9).speech(23));

        VoiceWindow last = windows.get(windows.size() - 1);
        assertThat(last.from).isZero();
        assertThat(last.to).isEqualTo(72L * FRAME);
        assertThat(last.speechSamples).isEqualTo(63 * FRAME);
        assertThat(last.centre).isEqualTo(31L * FRAME);
    }

    @Test
    void a_pause_of_three_tenths_of_a_second_ends_a_window_early_and_is_named() {
        mixed(new Speeches(0).speech(55).silence(10).speech(16));

        assertThat(windows).extracting(window -> window.speechFrames).containsExactly(24L, 47L, 55L, 71L);
        assertThat(windows.get(2).pauseTo).isZero();
        assertThat(windows.get(3).pauseFrom).isEqualTo(55L * FRAME);
        assertThat(windows.get(3).pauseTo).isEqualTo(65L * FRAME);
        assertThat(windows.get(3).fresh[0]).isEqualTo(65L * FRAME);
    }

    @Test
    void clipped_speech_may_ask_but_does_not_teach() {
        mixed(new Speeches(0).speech(60).clipped(3));

        VoiceWindow last = windows.get(windows.size() - 1);
        assertThat(last.clippedShare).isCloseTo(3 / 63.0, within(1e-9));
        assertThat(last.teaches).isFalse();
    }

    @Test
    void media_that_were_lost_are_no_speech() {
        mixed(new Speeches(0).speech(40).lost(50).speech(23));

        assertThat(windows.get(windows.size() - 1).speechFrames).isEqualTo(63);
        assertThat(windows.get(windows.size() - 1).to).isEqualTo(113L * FRAME);
    }

    @Test
    void silence_and_holds_bring_no_windows() {
        mixed(new Speeches(0).speech(30).silence(100).hold(80_000).silence(100));

        assertThat(windows).hasSize(1);
        assertThat(state.settling.speaking).isFalse();
    }

    @Test
    void speech_before_it_is_settled_counts_from_where_it_began() {
        VadGate.Edge none = VadGate.Edge.NONE;
        var frames = new SpeechFrames(
                "leg",
                0,
                new short[4 * FRAME],
                new float[4],
                new VadGate.Edge[] {none, none, none, VadGate.Edge.SPEECH_STARTED},
                new byte[] {0, 1, 2, 0},
                new short[4],
                false);
        VoiceWindows.ofMixedLeg().hear(state, frames, this::take);

        assertThat(state.frames).isEqualTo(3);
        assertThat(state.last.positions[0]).isEqualTo(FRAME);
    }

    @Test
    void a_leg_of_its_own_is_asked_about_two_seconds_out_of_every_ten() {
        separate(new Speeches(0).speech(930));

        assertThat(windows).extracting(window -> window.speechFrames).containsExactly(63L, 376L, 689L);
        assertThat(windows).allSatisfy(window -> {
            assertThat(window.speechSamples).isEqualTo(63 * FRAME);
            assertThat(window.teaches).isTrue();
        });
        assertThat(state.last.muLaw).isEmpty();
    }

    @Test
    void two_seconds_that_an_ending_leaves_over_are_a_window_and_less_is_none() {
        separate(new Speeches(0).speech(63));
        VoiceWindows.ofSeparateLeg().finish(state, "leg", this::take);
        assertThat(windows).hasSize(1);

        separate(new Speeches(0).speech(62));
        VoiceWindows.ofSeparateLeg().finish(state, "leg", this::take);
        assertThat(windows).hasSize(1);
    }

    @Test
    void the_speech_that_is_held_is_bounded() {
        mixed(new Speeches(0).speech(5_000).silence(3));
        assertThat(state.last.muLaw.length + 8 * state.last.positions.length).isLessThanOrEqualTo(17_000);
        assertThat(state.settling.muLaw.length).isLessThanOrEqualTo(8 * FRAME);

        VoiceWindows.forget(state);
        separate(new Speeches(0).speech(50));
        assertThat(state.last.muLaw).hasSizeLessThanOrEqualTo(24 * 1_024);
    }

    private void mixed(Speeches speeches) {
        speeches.heard().forEach(frames -> VoiceWindows.ofMixedLeg().hear(state, frames, this::take));
    }

    private void separate(Speeches speeches) {
        speeches.heard().forEach(frames -> VoiceWindows.ofSeparateLeg().hear(state, frames, this::take));
    }

    private void take(VoiceWindow window, byte[] muLaw) {
        windows.add(window);
        audio.add(muLaw);
    }
}
