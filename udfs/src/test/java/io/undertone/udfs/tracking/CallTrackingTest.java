package io.undertone.udfs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.call.VerificationFacts.Verdict;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.tracking.ClaimedSpeaker.Standing;
import io.undertone.udfs.voices.HeardWindow;
import io.undertone.udfs.voices.VoiceSettings;
import io.undertone.udfs.voices.VoiceWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallTrackingTest {
    private static final String MODEL = "undertone-speaker 1";
    private static final int SECOND = 8_000;
    private static final float[] AGENT = {1, 0, 0, 0};
    private static final float[] CUSTOMER = {0, 1, 0, 0};

    private final CallTracking tracking = new CallTracking(new VoiceSettings(0.66, 0.566), MODEL);
    private final TrackedCall call = new TrackedCall();
    private final List<UtteranceFacts> given = new ArrayList<>();
    private int windows;

    @Test
    void a_call_that_names_a_speaker_asks_once_and_waits() {
        List<ClaimedSpeaker> asked = tracking.know(call, twoLegs("agent-7"), true, 1_000);
        assertThat(asked).singleElement().satisfies(claim -> {
            assertThat(claim.speakerId).isEqualTo("agent-7");
            assertThat(claim.legId).isEqualTo("agent");
            assertThat(claim.askedMillis).isEqualTo(1_000);
        });
        assertThat(call.isWaiting()).isTrue();
        assertThat(call.askedMillis()).isEqualTo(1_000);
        assertThat(tracking.know(call, twoLegs("agent-7"), true, 2_000)).isEmpty();
    }

    @Test
    void a_call_that_names_nobody_waits_for_nobody() {
        assertThat(tracking.know(call, twoLegs(null), true, 1_000)).isEmpty();
        assertThat(call.isWaiting()).isFalse();
    }

    @Test
    void without_consent_nobody_is_asked_about_and_nothing_compared() {
        assertThat(tracking.know(call, twoLegs("agent-7"), false, 1_000)).isEmpty();
        assertThat(call.isWaiting()).isFalse();
        hear("agent", 0, AGENT);
        utter("agent", 0, 3);
        assertThat(given).singleElement().satisfies(one -> assertThat(one.voice).isZero());
        assertThat(verdict("agent")).isEqualTo(Verdict.NO_CONSENT);
        assertThat(call.leg("agent").voices.voices).isEmpty();
    }

    @Test
    void a_consent_that_is_withdrawn_takes_voices_and_voiceprint_with_it() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-7", AGENT, MODEL));
        hear("agent", 0, AGENT);
        tracking.know(call, twoLegs("agent-7"), false, 2_000);
        assertThat(call.leg("agent").voices.voices).isEmpty();
        assertThat(call.claims).allSatisfy(claim -> assertThat(claim.voiceprint).isNull());
        assertThat(tracking.know(call, twoLegs("agent-7"), true, 3_000))
                .as("asked anew")
                .hasSize(1);
    }

    @Test
    void a_consent_that_is_given_again_does_not_give_a_number_again() {
        tracking.know(call, twoLegs(null), true, 1_000);
        hear("agent", 0, AGENT);
        utter("agent", 0, 3);
        tracking.know(call, twoLegs(null), false, 2_000);
        utter("agent", 4, 6);
        tracking.know(call, twoLegs(null), true, 3_000);
        hear("agent", 8, CUSTOMER);
        utter("agent", 8, 11);
        assertThat(given).extracting(one -> one.voice).containsExactly(1, 0, 2);
        assertThat(end("agent").legs.get(0).voices)
                .extracting(voice -> voice.number)
                .containsExactly(2);
    }

    @Test
    void a_leg_that_turns_out_to_be_of_one_person_forgets_open_votes_and_overlaps() {
        CallFacts nobody = new CallFacts();
        tracking.know(call, nobody, true, 1_000);
        TrackedLeg leg = call.leg("agent");
        leg.shared = true;
        leg.voices.overlap = true;
        leg.voices.recent.add(new HeardWindow());
        tracking.know(call, twoLegs(null), true, 2_000);
        assertThat(leg.shared).isFalse();
        assertThat(leg.voices.overlap).isFalse();
        assertThat(leg.voices.recent).isEmpty();
    }

    @Test
    void a_leg_with_the_named_voice_is_verified() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-7", AGENT, MODEL));
        assertThat(call.isWaiting()).isFalse();
        hear("agent", 0, AGENT);
        hear("customer", 0, CUSTOMER);
        utter("agent", 0, 3);
        assertThat(given.get(0).speakerId).isEqualTo("agent-7");
        assertThat(given.get(0).speakerScore).isEqualTo(1.0);
        assertThat(given.get(0).role).isEqualTo(Role.AGENT);
        assertThat(given.get(0).roleSource).isEqualTo(RoleSource.GATEWAY);
        EndedCallFacts ended = end("agent", "customer");
        assertThat(ended.legs.get(0).verification).isNotNull();
        assertThat(Objects.requireNonNull(ended.legs.get(0).verification).verdict)
                .isEqualTo(Verdict.VERIFIED);
        assertThat(ended.legs.get(1).verification)
                .as("of a leg that names nobody")
                .isNull();
        assertThat(ended.roleMismatch).isNull();
    }

    @Test
    void legs_that_were_swapped_are_told_with_evidence() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-7", AGENT, MODEL));
        hear("agent", 0, CUSTOMER);
        hear("customer", 0, AGENT);
        EndedCallFacts ended = end("agent", "customer");
        assertThat(Objects.requireNonNull(ended.legs.get(0).verification).verdict)
                .isEqualTo(Verdict.REJECTED);
        assertThat(ended.roleMismatch)
                .contains("agent-7")
                .contains("customer 1.00")
                .contains("agent 0.00");
    }

    @Test
    void who_does_not_answer_is_said_and_a_late_answer_still_counts() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.unanswered(call);
        assertThat(call.isWaiting()).isFalse();
        assertThat(verdict("agent")).isEqualTo(Verdict.NO_ANSWER);
        tracking.answered(call, voiceprint("agent-7", AGENT, MODEL));
        hear("agent", 0, AGENT);
        assertThat(verdict("agent")).isEqualTo(Verdict.VERIFIED);
        assertThat(Objects.requireNonNull(end("agent").legs.get(0).verification).answeredLate)
                .isTrue();
    }

    @Test
    void a_voiceprint_of_another_model_is_none() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-7", AGENT, "undertone-speaker 2"));
        hear("agent", 0, AGENT);
        assertThat(verdict("agent")).isEqualTo(Verdict.NOT_ENROLLED);
    }

    @Test
    void who_is_forgotten_in_mid_call_is_not_enrolled_any_more() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-7", AGENT, MODEL));
        tracking.answered(call, voiceprint("agent-7", null, ""));
        assertThat(call.claims).extracting(claim -> claim.standing).containsOnly(Standing.NOT_ENROLLED);
        assertThat(call.claims).allSatisfy(claim -> assertThat(claim.voiceprint).isNull());
    }

    @Test
    void an_answer_about_somebody_else_changes_nothing() {
        tracking.know(call, twoLegs("agent-7"), true, 1_000);
        tracking.answered(call, voiceprint("agent-8", AGENT, MODEL));
        assertThat(call.isWaiting()).isTrue();
    }

    @Test
    void a_leg_without_voices_keeps_the_role_that_its_gateway_gave() {
        tracking.know(call, twoLegs(null), true, 1_000);
        utter("customer", 0, 3);
        assertThat(given.get(0).role).isEqualTo(Role.CUSTOMER);
        SpeakerNow now = tracking.speaking(call, "customer");
        assertThat(now.label()).isEqualTo(SpeakerLabel.CUSTOMER);
        assertThat(now.voice()).isZero();
    }

    @Test
    void numbers_and_records_of_the_header_are_those_that_were_given_out() {
        tracking.know(call, twoLegs(null), true, 1_000);
        utter("customer", 0, 3);
        utter("customer", 4, 6);
        EndedCallFacts ended = end("agent", "customer");
        assertThat(ended.legs).extracting(leg -> leg.utterances).containsExactly(0, 2);
        assertThat(ended.utteranceRecords()).isEqualTo(given.size());
    }

    private void hear(String leg, int second, float[] voice) {
        var window = new VoiceWindow();
        window.legId = leg;
        window.number = ++windows;
        window.from = (long) second * SECOND;
        window.to = window.from + 3 * SECOND;
        window.centre = window.from + 3 * SECOND / 2;
        window.speechSamples = 94 * 256;
        window.speechFrames = 94L * windows;
        window.teaches = true;
        tracking.hear(call, window, voice, given::add);
    }

    private void utter(String leg, int from, int to) {
        var utterance = new UtteranceFacts();
        utterance.legId = leg;
        utterance.begin = (long) from * SECOND;
        utterance.end = (long) to * SECOND;
        tracking.hear(call, utterance, given::add);
    }

    private Verdict verdict(String leg) {
        return Objects.requireNonNull(end(leg).legs.get(0).verification).verdict;
    }

    private EndedCallFacts end(String... legs) {
        var ended = new EndedCallFacts();
        for (String leg : legs) {
            var summary = new LegSummary();
            summary.legId = leg;
            ended.legs.add(summary);
        }
        tracking.finish(call, ended, given::add);
        return ended;
    }

    private static CallFacts twoLegs(@Nullable String agent) {
        var facts = new CallFacts();
        facts.parties.put("agent", party(Role.AGENT, agent));
        facts.parties.put("customer", party(Role.CUSTOMER, null));
        return facts;
    }

    private static PartyFacts party(Role role, @Nullable String speaker) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        party.speakerId = speaker;
        return party;
    }

    private static Voiceprint voiceprint(String speaker, float @Nullable [] embedding, String model) {
        var voiceprint = new Voiceprint();
        voiceprint.speakerId = speaker;
        voiceprint.embedding = embedding;
        voiceprint.model = model;
        return voiceprint;
    }
}
