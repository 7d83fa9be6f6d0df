package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.Call;
import io.undertone.schema.CallLeg;
import io.undertone.schema.CallVoice;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.VerificationFacts;
import io.undertone.udfs.call.VoiceFacts;
import io.undertone.udfs.conversation.ConversationMetrics;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who spoke is what was known at the end, whatever was thought of it when an utterance was published. */
final class SpeakersTest {
    private final EndedCallFacts ended = new EndedCallFacts();
    private final List<UtteranceFacts> utterances = new ArrayList<>();

    SpeakersTest() {
        ended.id = new CallId("acme", "c-1", 1_767_607_200_000_000L, 0);
        ended.durationSamples = 60 * 8_000;
    }

    @Test
    void an_utterance_has_the_role_that_its_voice_has_at_the_end() {
        LegSummary mixed = leg("mixed", Role.UNKNOWN);
        mixed.voices.add(voice(1, 1, Role.CUSTOMER, null, null));
        mixed.voices.add(voice(2, 2, Role.AGENT, "anna", 0.75));
        UtteranceFacts guessed = utterance("mixed", 1, 0, 4, 2);
        guessed.role = Role.CUSTOMER;
        guessed.roleSource = RoleSource.GUESSED;
        Utterance row = describe().report().utterances.get(0);
        assertThat(row.getRole() + " " + row.getRoleSource()).isEqualTo("AGENT VOICEPRINT");
        assertThat(row.getSpeaker()).isEqualTo("AGENT");
        assertThat(row.getVoice()).isEqualTo(2);
        assertThat(row.getSpeakerId()).isEqualTo("anna");
        assertThat(row.getSpeakerScore()).as("the voice's").isEqualTo(0.75);

        guessed.speakerId = "anna";
        guessed.speakerScore = 0.625;
        assertThat(describe().report().utterances.get(0).getSpeakerScore())
                .as("its own")
                .isEqualTo(0.625);
    }

    @Test
    void a_voice_that_turned_out_to_be_another_is_that_one() {
        LegSummary mixed = leg("mixed", Role.UNKNOWN);
        mixed.voices.add(voice(1, 2, Role.UNKNOWN, null, null));
        mixed.voices.add(voice(2, 2, Role.CUSTOMER, "bert", 0.5));
        mixed.voices.add(voice(3, 1, Role.AGENT, null, null));
        utterance("mixed", 1, 0, 4, 3);
        Utterance row = describe().report().utterances.get(0);
        assertThat(row.getRole()).isEqualTo("CUSTOMER");
        assertThat(row.getVoice()).isEqualTo(2);
        assertThat(row.getSpeakerId()).isEqualTo("bert");
    }

    @Test
    void without_a_voice_an_utterance_says_itself_who_speaks() {
        leg("agent", Role.AGENT);
        UtteranceFacts plain = utterance("agent", 1, 0, 4, 0);
        plain.role = Role.SUPERVISOR;
        utterance("agent", 2, 5, 6, 7).overlap = true;
        List<Utterance> rows = describe().report().utterances;
        assertThat(rows).extracting(Utterance::getSpeaker).containsExactly("OTHER", "OVERLAP");
        assertThat(rows).extracting(Utterance::getOverlap).containsExactly(false, true);
        assertThat(rows).extracting(Utterance::getVoice).containsExactly(null, 7);
        assertThat(rows.get(0).getRole()).isEqualTo("SUPERVISOR");
    }

    @Test
    void what_was_known_by_voice_before_the_consent_was_withdrawn_is_not_written() {
        leg("mixed", Role.UNKNOWN);
        UtteranceFacts early = utterance("mixed", 1, 0, 4, 1);
        early.role = Role.AGENT;
        early.roleSource = RoleSource.VOICEPRINT;
        early.speakerId = "anna";
        early.speakerScore = 0.9;
        early.overlap = true;
        ended.facts.gatewayConsent.biometrics = false;
        Utterance row = describe().report().utterances.get(0);
        assertThat(row.getRole() + " " + row.getRoleSource() + " " + row.getSpeaker())
                .isEqualTo("UNKNOWN UNKNOWN UNKNOWN");
        assertThat(row.getVoice()).isNull();
        assertThat(row.getSpeakerId()).isNull();
        assertThat(row.getSpeakerScore()).isNull();
        assertThat(row.getOverlap()).isFalse();
    }

    @Test
    void a_voice_of_which_nothing_is_known_undoes_no_role_of_a_leg_of_its_own() {
        LegSummary agent = leg("agent", Role.AGENT);
        agent.voices.add(voice(1, 1, Role.UNKNOWN, null, null));
        utterance("agent", 1, 0, 4, 1).role = Role.AGENT;
        assertThat(describe().report().utterances.get(0).getRole()).isEqualTo("AGENT");
    }

    @Test
    void on_a_leg_that_two_share_nobody_cuts_in_and_each_has_their_talk() {
        LegSummary mixed = leg("mixed", Role.UNKNOWN);
        mixed.voices.add(voice(1, 1, Role.AGENT, null, null));
        mixed.voices.add(voice(2, 2, Role.CUSTOMER, null, null));
        mixed.voices.add(voice(3, 1, Role.AGENT, null, null));
        utterance("mixed", 1, 0, 4, 1);
        utterance("mixed", 2, 5, 8, 2);
        utterance("mixed", 3, 9, 10, 3);
        Call call = describe().report().call;
        assertThat(call.getInterruptionsByAgent()).isNull();
        assertThat(call.getLegs().get(0).getVoices())
                .extracting(CallVoice::getTalkS)
                .containsExactly(5.0, 3.0, 0.0);
        ConversationMetrics metrics = ConversationMetrics.of(Timelines.of(ended, utterances, new Speakers(ended)));
        assertThat(metrics.talkSecondsByParticipant())
                .containsEntry("mixed/AGENT", 5.0)
                .containsEntry("mixed/CUSTOMER", 3.0)
                .hasSize(2);
    }

    @Test
    void what_two_legs_carry_is_talk_once_and_stands_in_the_rows_of_both() {
        leg("one", Role.CUSTOMER);
        leg("two", Role.AGENT).sameSignalAs = "one";
        utterance("one", 1, 0, 4, 0);
        utterance("two", 1, 2, 12, 0);
        Call call = describe().report().call;
        assertThat(describe().report().utterances).hasSize(2);
        assertThat(call.getTalkS()).isEqualTo(4);
        assertThat(call.getNonTalkS()).isEqualTo(56);
        assertThat(call.getInterruptionsByAgent()).as("as on a mixed leg").isNull();
        assertThat(call.getLegs()).extracting(CallLeg::getTalkS).containsExactly(4.0, 10.0);
        assertThat(call.getLegs()).extracting(CallLeg::getSameSignalAs).containsExactly(null, "one");
    }

    @Test
    void two_legs_of_one_voice_each_interrupt_each_other_though_only_voices_say_who_they_are() {
        leg("a", Role.UNKNOWN).voices.add(voice(1, 1, Role.AGENT, "anna", 0.75));
        leg("b", Role.UNKNOWN).voices.add(voice(1, 1, Role.CUSTOMER, null, null));
        utterance("a", 1, 0, 6, 1);
        utterance("b", 1, 3, 8, 1);
        assertThat(describe().report().call.getInterruptionsByCustomer()).isEqualTo(1);
    }

    @Test
    void verification_and_mismatch_stand_in_the_row() {
        var verification = new VerificationFacts();
        verification.speakerId = "anna";
        verification.verdict = VerificationFacts.Verdict.REJECTED;
        verification.score = 0.125;
        leg("agent", Role.AGENT).verification = verification;
        leg("customer", Role.CUSTOMER);
        ended.roleMismatch = "anna is on leg customer";
        Call call = describe().report().call;
        assertThat(call.getRoleMismatch()).isEqualTo("anna is on leg customer");
        assertThat(call.getLegs().get(0).getVerification().getVerdict()).isEqualTo("REJECTED");
        assertThat(call.getLegs().get(0).getVerification().getSpeakerId()).isEqualTo("anna");
        assertThat(call.getLegs().get(0).getVerification().getScore()).isEqualTo(0.125);
        assertThat(call.getLegs().get(1).getVerification()).isNull();
        assertThat(call.getLegs().get(1).getVoices()).isEmpty();
    }

    private CallDescription describe() {
        return new CallDescription(
                new GatheredCall(ended, null, utterances, List.of(), true, 0), new SilenceSettings(0.99, 1.5));
    }

    private LegSummary leg(String legId, Role role) {
        var leg = new LegSummary();
        leg.legId = legId;
        ended.legs.add(leg);
        var party = new PartyFacts();
        party.role = role;
        ended.facts.parties.put(legId, party);
        return leg;
    }

    private UtteranceFacts utterance(String legId, int number, int fromSecond, int toSecond, int voice) {
        var utterance = new UtteranceFacts();
        utterance.legId = legId;
        utterance.number = number;
        utterance.begin = fromSecond * 8_000L;
        utterance.end = toSecond * 8_000L;
        utterance.voice = voice;
        utterances.add(utterance);
        return utterance;
    }

    private static VoiceFacts voice(
            int number, int sameAs, Role role, @Nullable String speakerId, @Nullable Double score) {
        var voice = new VoiceFacts();
        voice.number = number;
        voice.sameAs = sameAs;
        voice.role = role;
        voice.roleSource = RoleSource.VOICEPRINT;
        voice.speakerId = speakerId;
        voice.score = score;
        return voice;
    }
}
