package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VoiceFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VoiceRolesTest {
    private static final VoiceSettings SETTINGS = new VoiceSettings(0.66, 0.566);
    private static final EnrolledVoice AGENT = new EnrolledVoice("agent-7", Role.AGENT, Speeches.of(1));
    private static final EnrolledVoice CUSTOMER = new EnrolledVoice("ann", Role.CUSTOMER, Speeches.of(0));

    private final VoiceRoles roles = new VoiceRoles(SETTINGS);
    private final Verification verification = new Verification(SETTINGS);

    @Test
    void the_enrolled_voice_is_the_agent_and_the_leading_other_one_the_customer() {
        LegVoices leg = leg(Speeches.of(0), 50, Speeches.of(1), 40, Speeches.of(2), 5);
        List<VoiceFacts> voices = roles.ofMixedLeg(leg, List.of(AGENT), Direction.INBOUND);

        assertThat(voices).extracting(v -> v.role).containsExactly(Role.CUSTOMER, Role.AGENT, Role.UNKNOWN);
        assertThat(voices)
                .extracting(v -> v.roleSource)
                .containsExactly(RoleSource.VOICEPRINT, RoleSource.VOICEPRINT, RoleSource.UNKNOWN);
        assertThat(voices).extracting(v -> v.speakerId).containsExactly(null, "agent-7", null);
        assertThat(voices).extracting(v -> v.score).containsExactly(null, 1.0, null);
    }

    @Test
    void an_enrolled_customer_makes_the_other_one_the_agent() {
        LegVoices leg = leg(Speeches.of(0), 50, Speeches.of(1), 40);

        assertThat(roles.ofMixedLeg(leg, List.of(CUSTOMER), Direction.INBOUND))
                .extracting(v -> v.role)
                .containsExactly(Role.CUSTOMER, Role.AGENT);
        assertThat(roles.ofMixedLeg(leg, List.of(AGENT, CUSTOMER), Direction.INBOUND))
                .extracting(v -> v.speakerId)
                .containsExactly("ann", "agent-7");
    }

    @Test
    void between_the_thresholds_a_voice_is_named_only_if_it_is_clearly_more_alike_than_the_others() {
        EnrolledVoice absent = new EnrolledVoice("agent-9", Role.AGENT, Speeches.between(0, 5, 0.43));
        assertThat(roles.ofMixedLeg(leg(Speeches.of(0), 50), List.of(absent), Direction.INBOUND))
                .as("nobody to compare with")
                .extracting(v -> v.speakerId)
                .containsOnlyNulls();
        assertThat(roles.ofMixedLeg(leg(Speeches.of(0), 50, Speeches.of(1), 40), List.of(absent), Direction.INBOUND))
                .extracting(v -> v.speakerId)
                .containsExactly("agent-9", null);
    }

    @Test
    void of_two_voiceprints_the_likelier_one_names_the_speaker_whoever_was_claimed_first() {
        EnrolledVoice other = new EnrolledVoice("agent-9", Role.AGENT, Speeches.between(0, 5, 0.43));
        assertThat(roles.ofMixedLeg(
                        leg(Speeches.of(0), 50, Speeches.of(1), 40), List.of(other, CUSTOMER), Direction.INBOUND))
                .extracting(v -> v.speakerId)
                .containsExactly("ann", null);
    }

    @Test
    void where_no_enrolled_voice_is_heard_who_spoke_first_is_the_agent_or_was_called() {
        LegVoices leg = leg(Speeches.of(3), 30, Speeches.of(4), 60);
        leg.first = Speeches.of(3);
        List<VoiceFacts> inbound = roles.ofMixedLeg(leg, List.of(AGENT), Direction.INBOUND);
        List<VoiceFacts> outbound = roles.ofMixedLeg(leg, List.of(), Direction.OUTBOUND);

        assertThat(inbound).extracting(v -> v.role).containsExactly(Role.AGENT, Role.CUSTOMER);
        assertThat(inbound).extracting(v -> v.roleSource).containsOnly(RoleSource.GUESSED);
        assertThat(outbound).extracting(v -> v.role).containsExactly(Role.CUSTOMER, Role.AGENT);
    }

    @Test
    void who_spoke_first_is_heard_even_if_their_voice_was_known_second() {
        LegVoices leg = leg(Speeches.of(3), 30, Speeches.of(4), 60);
        leg.first = Speeches.between(4, 3, 0.6);

        assertThat(roles.ofMixedLeg(leg, List.of(), Direction.UNKNOWN))
                .extracting(v -> v.role)
                .containsExactly(Role.CUSTOMER, Role.AGENT);
    }

    @Test
    void voices_that_turn_out_to_be_one_speakers_are_joined() {
        LegVoices leg = leg(
                Speeches.of(0),
                50,
                Speeches.of(1),
                60,
                Speeches.between(0, 5, 0.6),
                10,
                Speeches.between(1, 6, 0.6),
                9);
        leg.first = Speeches.of(0);
        List<VoiceFacts> voices = roles.ofMixedLeg(leg, List.of(), Direction.INBOUND);

        assertThat(voices).extracting(v -> v.number).containsExactly(1, 2, 3, 4);
        assertThat(voices).extracting(v -> v.sameAs).containsExactly(1, 2, 1, 2);
        assertThat(voices)
                .extracting(v -> v.role)
                .containsExactly(Role.AGENT, Role.CUSTOMER, Role.AGENT, Role.CUSTOMER);
    }

    @Test
    void somebody_who_speaks_alone_is_one_speaker() {
        LegVoices leg = leg(Speeches.of(0), 50, Speeches.between(0, 5, 0.7), 40);
        leg.first = Speeches.of(0);

        assertThat(roles.ofMixedLeg(leg, List.of(), Direction.INBOUND))
                .extracting(v -> v.sameAs)
                .containsExactly(1, 1);
    }

    @Test
    void a_leg_without_a_voice_has_none() {
        assertThat(roles.ofMixedLeg(new LegVoices(), List.of(AGENT), Direction.INBOUND))
                .isEmpty();
        assertThat(verification.of(new LegVoices(), AGENT).score).isNull();
        assertThat(verification.of(new LegVoices(), AGENT).verdict).isEqualTo(VerificationFacts.Verdict.UNSURE);
    }

    @Test
    void voices_of_a_leg_of_its_own_have_its_role() {
        var party = new PartyFacts();
        party.role = Role.AGENT;
        party.roleSource = RoleSource.GATEWAY;
        List<VoiceFacts> voices =
                roles.ofSeparateLeg(leg(Speeches.of(1), 50, Speeches.of(2), 40), party, List.of(AGENT));

        assertThat(voices).extracting(v -> v.role).containsOnly(Role.AGENT);
        assertThat(voices).extracting(v -> v.roleSource).containsOnly(RoleSource.GATEWAY);
        assertThat(voices).extracting(v -> v.speakerId).containsExactly("agent-7", null);
    }

    @Test
    void a_likeness_between_the_thresholds_is_unsure() {
        assertThat(verdict(1)).isEqualTo(VerificationFacts.Verdict.VERIFIED);
        assertThat(verdict(0.43)).isEqualTo(VerificationFacts.Verdict.UNSURE);
        assertThat(verdict(0.3)).isEqualTo(VerificationFacts.Verdict.REJECTED);
    }

    @Test
    void a_claimed_voice_on_another_leg_is_a_mismatch_only_if_it_is_not_on_its_own() {
        LegVoices agents = leg(Speeches.of(1), 50);
        LegVoices others = leg(Speeches.of(2), 50);

        assertThat(verification.mismatch("a", AGENT, Map.of("a", others, "b", agents)))
                .isEqualTo("voice of agent-7 on leg b 1.00, on leg a 0.00");
        assertThat(verification.mismatch("a", AGENT, Map.of("a", agents, "b", agents)))
                .isNull();
        assertThat(verification.mismatch("a", AGENT, Map.of("a", others, "b", others)))
                .isNull();
        assertThat(verification.mismatch("a", AGENT, Map.of("a", new LegVoices(), "b", agents)))
                .isNull();
    }

    private VerificationFacts.Verdict verdict(double share) {
        return verification.of(leg(Speeches.between(1, 2, share), 50), AGENT).verdict;
    }

    /** Embeddings, each followed by the windows that were given to it. */
    private static LegVoices leg(Object... voices) {
        var leg = new LegVoices();
        for (int i = 0; i < voices.length; i += 2) {
            var voice = new Voice((float[]) voices[i]);
            voice.windows = (Integer) voices[i + 1];
            voice.speechSamples = voice.windows * 4_096L;
            leg.voices.add(voice);
        }
        return leg;
    }
}
