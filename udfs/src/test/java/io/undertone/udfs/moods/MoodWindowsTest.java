package io.undertone.udfs.moods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.G711;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class MoodWindowsTest {
    private static final int FRAME = 256;
    private static final MoodRights CUSTOMERS = new MoodRights(true, false);

    private final WindowedMoods call = new WindowedMoods();
    private final List<SpokenSecond> seconds = new ArrayList<>();
    private final List<byte[]> audio = new ArrayList<>();
    private long position;
    private int spoken;

    @Test
    void every_second_of_speech_comes_out_with_a_window_of_the_last_three() {
        hear(speech(192, Role.CUSTOMER));
        assertThat(seconds).extracting(second -> second.window).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(audio)
                .extracting(muLaw -> muLaw.length)
                .containsExactly(8_192, 16_384, 24_064, 24_064, 24_064, 24_064);
        assertThat(seconds)
                .extracting(second -> second.windowSamples)
                .containsExactly(8_192, 16_384, 24_064, 24_064, 24_064, 24_064);
        assertThat(seconds)
                .allSatisfy(second -> assertThat(second.speechSamples).isEqualTo(8_192));
        assertThat(seconds.get(3).from).isEqualTo(96L * FRAME);
        assertThat(seconds.get(3).to).isEqualTo(128L * FRAME);
        assertThat(seconds.get(3).windowFrom).isEqualTo(34L * FRAME);
    }

    @Test
    void a_window_is_the_last_speech_in_its_order_without_the_pauses() {
        hear(speech(80, Role.CUSTOMER));
        position += 50 * FRAME;
        hear(speech(48, Role.CUSTOMER));
        byte[] last = audio.get(3);
        assertThat(seconds.get(3).windowFrom).isEqualTo(34L * FRAME);
        assertThat(seconds.get(3).to).isEqualTo(178L * FRAME);
        for (int frame = 0; frame < MoodWindows.WINDOW_FRAMES; frame++) {
            assertThat(last[frame * FRAME]).as("frame %d", frame).isEqualTo((byte) (34 + frame));
        }
    }

    @Test
    void after_three_seconds_of_silence_speech_is_heard_anew() {
        hear(speech(120, Role.CUSTOMER));
        position += MoodWindows.LONG_PAUSE_SAMPLES;
        hear(speech(32, Role.CUSTOMER));
        assertThat(seconds).extracting(second -> second.window).containsExactly(1, 2, 3, 4);
        assertThat(audio.get(3)).hasSize(32 * FRAME);
        assertThat(seconds.get(3).windowFrom).isEqualTo(120L * FRAME + MoodWindows.LONG_PAUSE_SAMPLES);
        assertThat(seconds.get(3).from).isEqualTo(seconds.get(3).windowFrom);
    }

    @Test
    void speech_that_is_over_for_long_is_kept_no_more() {
        hear(speech(40, Role.CUSTOMER));
        MoodWindows.pass(call, "customer", position + MoodWindows.IDLE_SAMPLES - 1);
        assertThat(call.leg("customer").speech).isNotEmpty();
        MoodWindows.pass(call, "customer", position + MoodWindows.IDLE_SAMPLES);
        assertThat(call.leg("customer").speech).isEmpty();
        MoodWindows.pass(call, "nobody's", position);
        assertThat(call.legs).containsOnlyKeys("customer");
    }

    @Test
    void what_others_say_between_is_in_no_window() {
        for (int turn = 0; turn < 4; turn++) {
            hear(speech(40, Role.CUSTOMER));
            hear(speech(40, Role.AGENT));
            hear(speech(40, Role.UNKNOWN));
        }
        assertThat(seconds)
                .hasSize(5)
                .allSatisfy(second -> assertThat(second.role).isEqualTo(Role.CUSTOMER));
    }

    @Test
    void two_voices_at_once_are_nobodys_speech() {
        SpeechBlock both = speech(96, Role.CUSTOMER);
        both.speaker = SpeakerLabel.OVERLAP;
        hear(both);
        assertThat(seconds).isEmpty();
    }

    @Test
    void a_role_that_was_guessed_is_nobodys() {
        SpeechBlock guessed = speech(192, Role.CUSTOMER);
        guessed.roleSource = RoleSource.GUESSED;
        hear(guessed);
        assertThat(seconds).isEmpty();
    }

    @Test
    void once_the_roles_seem_to_be_the_wrong_way_round_there_is_no_window_more() {
        hear(speech(96, Role.CUSTOMER));
        var facts = new CallFacts();
        facts.roleMismatch = "the agent's voice is on leg customer";
        MoodWindows.know(call, facts, CUSTOMERS);
        hear(speech(192, Role.CUSTOMER));
        assertThat(seconds).hasSize(3);
        assertThat(call.leg("customer").speech)
                .as("what was gathered is let go of")
                .isEmpty();
    }

    @Test
    void a_withdrawn_consent_lets_go_of_what_was_gathered() {
        hear(speech(90, Role.CUSTOMER));
        MoodWindows.know(call, new CallFacts(), MoodRights.NONE);
        MoodWindows.hear(call, speech(64, Role.CUSTOMER), MoodRights.NONE, this::take);
        MoodWindows.know(call, new CallFacts(), CUSTOMERS);
        hear(speech(90, Role.CUSTOMER));
        assertThat(seconds).hasSize(4);
        assertThat(audio.get(3)).as("two seconds since then").hasSize(64 * FRAME);
    }

    @Test
    void where_everybody_may_be_read_each_role_has_windows_of_its_own_and_the_leg_one_count() {
        var everybody = new MoodRights(true, true);
        MoodWindows.hear(call, speech(96, Role.CUSTOMER), everybody, this::take);
        MoodWindows.hear(call, speech(96, Role.AGENT), everybody, this::take);
        assertThat(seconds).extracting(second -> second.window).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(seconds.get(5).windowFrom).isEqualTo(98L * FRAME);
    }

    @Test
    void loudness_and_clipping_are_those_of_the_second() {
        SpeechBlock loud = speech(32, Role.CUSTOMER);
        Arrays.fill(loud.energies, FRAME * 0.01);
        Arrays.fill(loud.muLaw, 0, 16 * FRAME, G711.encodeMuLaw((short) 32_767));
        hear(loud);
        hear(speech(32, Role.CUSTOMER));
        assertThat(Objects.requireNonNull(seconds.get(0).lufs)).isCloseTo(-20.691, within(1e-9));
        assertThat(seconds.get(0).clippedShare).isEqualTo(0.5);
        assertThat(seconds.get(1).lufs).as("digital silence").isNull();
        assertThat(seconds.get(1).clippedShare).isZero();
    }

    private void hear(SpeechBlock block) {
        MoodWindows.hear(call, block, CUSTOMERS, this::take);
    }

    private void take(SpokenSecond second, byte[] muLaw) {
        seconds.add(second);
        audio.add(muLaw);
    }

    /** Each frame's bytes are the number of speech frames before it, by whoever said them. */
    private SpeechBlock speech(int frames, Role role) {
        SpeechBlock block = SpeechBlock.of("customer");
        block.role = role;
        block.roleSource = RoleSource.GATEWAY;
        block.speaker = SpeakerLabel.of(role);
        byte[] audio = new byte[FRAME];
        for (int i = 0; i < frames; i++) {
            Arrays.fill(audio, (byte) spoken++);
            block.add(position, audio, 0, 0);
            position += FRAME;
        }
        return block;
    }
}
