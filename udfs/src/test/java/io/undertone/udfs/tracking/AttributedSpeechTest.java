package io.undertone.udfs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerClaim;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.moods.SpeechBlock;
import io.undertone.udfs.voices.VoiceSettings;
import io.undertone.udfs.voices.VoiceWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose speech is whose, before anybody's mood is read in it. */
final class AttributedSpeechTest {
    private static final String MODEL = "undertone-speaker 1";
    private static final int FRAME = 256;
    /** Speech that one window adds to the one before. */
    private static final int CELL = 16;

    private static final float[] AGENT = {1, 0, 0, 0};
    private static final float[] CALLER = {0, 1, 0, 0};

    private final CallTracking tracking = new CallTracking(new VoiceSettings(0.66, 0.566), MODEL);
    private final TrackedCall call = new TrackedCall();
    private final List<SpeechBlock> out = new ArrayList<>();
    private int cells;

    @Test
    void speech_of_a_leg_of_its_own_is_that_partys_at_once() {
        var facts = new CallFacts();
        facts.parties.put("customer", party(Role.CUSTOMER));
        facts.parties.put("agent", party(Role.AGENT));
        tracking.know(call, facts, false, 0);
        tracking.hear(call, block("customer", 0, 32), out::add);
        assertThat(out).singleElement().satisfies(block -> {
            assertThat(block.role).isEqualTo(Role.CUSTOMER);
            assertThat(block.roleSource).isEqualTo(RoleSource.GATEWAY);
            assertThat(block.speaker).isEqualTo(SpeakerLabel.CUSTOMER);
        });
    }

    @Test
    void speech_of_a_shared_leg_waits_until_nothing_can_change_whose_it_is() {
        shared(true);
        speak(AGENT, 3);
        assertThat(out).as("no cell is decided").isEmpty();
        speak(AGENT, 9);
        assertThat(out).isNotEmpty();
        long to = Arrays.stream(last().positions).max().orElseThrow() + FRAME;
        assertThat((long) cells * CELL * FRAME - to)
                .as("three cells are open, and a change is dated up to a second back")
                .isGreaterThanOrEqualTo((3 * CELL + 32L) * FRAME);
    }

    @Test
    void with_the_agent_known_by_voice_the_other_voices_speech_is_the_customers() {
        shared(true);
        speak(AGENT, 12);
        speak(CALLER, 12);
        tracking.releaseAll(call, out::add);
        assertThat(frames(Role.AGENT)).as("to within a second").isBetween(10 * CELL, 14 * CELL);
        assertThat(out).allSatisfy(block -> assertThat(block.roleSource).isEqualTo(RoleSource.VOICEPRINT));
        assertThat(frames(Role.AGENT) + frames(Role.CUSTOMER))
                .as("each frame once")
                .isEqualTo(24 * CELL);
    }

    @Test
    void with_nobody_enrolled_roles_are_guessed_and_say_so() {
        shared(false);
        speak(AGENT, 12);
        speak(CALLER, 12);
        tracking.releaseAll(call, out::add);
        assertThat(out)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(block.roleSource).isIn(RoleSource.GUESSED, RoleSource.UNKNOWN));
    }

    @Test
    void what_is_never_decided_is_let_go_of_after_four_seconds() {
        shared(true);
        for (int i = 0; i < 10; i++) {
            tracking.hear(call, block("mono", i * 32, 32), out::add);
        }
        assertThat(out).isEmpty();
        assertThat(call.leg("mono").waiting.frames).isEqualTo(125);
        tracking.releaseAll(call, out::add);
        assertThat(call.leg("mono").waiting.frames).isZero();
    }

    @Test
    void a_withdrawn_consent_lets_go_of_what_waits() {
        shared(true);
        tracking.hear(call, block("mono", 0, 32), out::add);
        tracking.know(call, call.facts, false, 0);
        assertThat(call.leg("mono").waiting.frames).isZero();
    }

    @Test
    void roles_that_seem_to_be_the_wrong_way_round_are_news_once_and_stay_known() {
        var facts = new CallFacts();
        facts.parties.put("customer", party(Role.CUSTOMER));
        facts.parties.put("agent", party(Role.AGENT));
        facts.claims.add(new SpeakerClaim("agent", Role.AGENT, "agent-7"));
        tracking.know(call, facts, true, 0);
        tracking.answered(call, voiceprint());
        tracking.hear(call, window("agent", 0), CALLER, utterance -> {});
        assertThat(tracking.findsMismatch(call)).isFalse();
        tracking.hear(call, window("customer", 0), AGENT, utterance -> {});
        assertThat(tracking.findsMismatch(call)).isTrue();
        assertThat(tracking.findsMismatch(call)).isFalse();
        tracking.know(call, new CallFacts(), true, 0);
        assertThat(call.facts.roleMismatch).contains("agent-7");
    }

    private void shared(boolean enrolled) {
        var facts = new CallFacts();
        facts.parties.put("mono", party(Role.UNKNOWN));
        if (enrolled) {
            facts.claims.add(new SpeakerClaim("mono", Role.AGENT, "agent-7"));
        }
        tracking.know(call, facts, true, 0);
        if (enrolled) {
            tracking.answered(call, voiceprint());
        }
        call.leg("mono").shared = true;
    }

    /** Blocks and windows of one voice, as they come. */
    private void speak(float[] voice, int count) {
        for (int i = 0; i < count; i++) {
            tracking.hear(call, block("mono", cells * CELL, CELL), out::add);
            tracking.hear(call, window("mono", cells++), voice, utterance -> {});
            tracking.release(call, "mono", out::add);
        }
    }

    private static VoiceWindow window(String leg, int cell) {
        var window = new VoiceWindow();
        window.legId = leg;
        window.number = cell + 1;
        long first = Math.max(0, cell - 3) * (long) CELL;
        window.from = first * FRAME;
        window.to = (cell + 1L) * CELL * FRAME;
        window.centre = (window.from + window.to) / 2;
        window.speechSamples = (int) (window.to - window.from);
        window.speechFrames = (cell + 1L) * CELL;
        window.teaches = true;
        window.fresh = new long[leg.equals("mono") ? CELL : 0];
        for (int i = 0; i < window.fresh.length; i++) {
            window.fresh[i] = ((long) cell * CELL + i) * FRAME;
        }
        return window;
    }

    private static SpeechBlock block(String leg, int from, int frames) {
        SpeechBlock block = SpeechBlock.of(leg);
        for (int i = from; i < from + frames; i++) {
            block.add((long) i * FRAME, new byte[FRAME], 0, 0);
        }
        return block;
    }

    private int frames(Role role) {
        return out.stream()
                .filter(block -> block.role == role)
                .mapToInt(block -> block.frames)
                .sum();
    }

    private SpeechBlock last() {
        return out.get(out.size() - 1);
    }

    private static Voiceprint voiceprint() {
        var voiceprint = new Voiceprint();
        voiceprint.speakerId = "agent-7";
        voiceprint.model = MODEL;
        voiceprint.embedding = AGENT;
        return voiceprint;
    }

    private static PartyFacts party(Role role) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        return party;
    }
}
