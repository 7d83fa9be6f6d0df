package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFactsTest {
    private final CallFacts facts = new CallFacts();

    @Test
    void what_is_left_open_stays() {
        facts.queueId = "billing";
        facts.language = "en";
        facts.direction = Direction.INBOUND;
        facts.gatewayConsent.recording = true;
        facts.gatewayConsent.emotion = true;
        facts.gatewayConsent.biometrics = true;
        facts.merge(new CallFacts());

        assertThat(facts)
                .returns("billing", f -> f.queueId)
                .returns("en", f -> f.language)
                .returns(Direction.INBOUND, f -> f.direction)
                .returns(true, CallFacts::recordingConsent)
                .returns(true, CallFacts::emotionConsent)
                .returns(true, CallFacts::biometricsConsent);
    }

    @Test
    void what_is_said_replaces_what_was_known() {
        facts.gatewayConsent.recording = true;
        facts.queueId = "billing";
        var news = new CallFacts();
        news.gatewayConsent.recording = false;
        news.queueId = "complaints";
        news.direction = Direction.OUTBOUND;
        facts.merge(news);

        assertThat(facts)
                .returns(false, CallFacts::recordingConsent)
                .returns("complaints", f -> f.queueId)
                .returns(Direction.OUTBOUND, f -> f.direction);
    }

    @ParameterizedTest
    @CsvSource({",,", "true,, true", "true, true, true", "false,, false", "false, true, false", "false, false, false"})
    void of_two_sources_a_refusal_wins_then_a_consent(
            @Nullable Boolean one, @Nullable Boolean other, @Nullable Boolean holds) {
        facts.merge(consent(one, other));
        var mirrored = new CallFacts();
        mirrored.merge(consent(other, one));

        for (CallFacts either : List.of(facts, mirrored)) {
            assertThat(either)
                    .returns(holds, CallFacts::recordingConsent)
                    .returns(holds, CallFacts::emotionConsent)
                    .returns(holds, CallFacts::biometricsConsent);
        }
    }

    @Test
    void a_gateway_that_repeats_its_consent_undoes_no_withdrawal_of_another_system() {
        facts.merge(consent(true, null));
        facts.merge(consent(null, false));
        facts.merge(consent(true, null));

        assertThat(facts.recordingConsent()).isFalse();
    }

    @Test
    void whoever_refused_may_consent_later() {
        facts.merge(consent(false, null));
        facts.merge(consent(null, true));
        assertThat(facts.recordingConsent()).isFalse();

        facts.merge(consent(true, null));
        assertThat(facts.recordingConsent()).isTrue();
    }

    @Test
    void the_order_in_which_two_sources_are_read_decides_nothing() {
        facts.merge(consent(true, null));
        facts.merge(consent(false, null));
        facts.merge(consent(null, false));
        facts.merge(consent(null, true));
        var otherwise = new CallFacts();
        otherwise.merge(consent(null, false));
        otherwise.merge(consent(true, null));
        otherwise.merge(consent(null, true));
        otherwise.merge(consent(false, null));

        assertThat(facts).usingRecursiveComparison().isEqualTo(otherwise);
        assertThat(facts.recordingConsent()).isFalse();
    }

    @Test
    void a_copy_keeps_who_said_what_and_shares_nothing() {
        facts.merge(consent(true, false));
        CallFacts copy = facts.copy();
        facts.merge(consent(null, true));

        assertThat(copy.recordingConsent()).isFalse();
        assertThat(copy.gatewayConsent.recording).isTrue();
    }

    @Test
    void who_is_on_a_leg_is_pieced_together() {
        facts.merge(agent("leg", null, "agent-7"));
        facts.merge(agent("leg", "speaker-3", null));

        assertThat(facts.party("leg"))
                .returns(Role.AGENT, party -> party.role)
                .returns("agent-7", party -> party.agentId)
                .returns("speaker-3", party -> party.speakerId);
    }

    @Test
    void a_leg_that_two_share_has_a_claim_for_each() {
        facts.merge(claim("mixed", Role.AGENT, "anna"));
        facts.merge(claim("mixed", Role.CUSTOMER, "bert"));
        facts.merge(claim("mixed", Role.AGENT, "carla"));
        facts.merge(claim("other", Role.AGENT, "dora"));

        assertThat(facts.claimsOn("mixed"))
                .extracting(claim -> claim.speakerId)
                .as("the later word holds")
                .containsExactly("bert", "carla");
        assertThat(facts.claimsOn("nobody's")).isEmpty();
    }

    @Test
    void a_participant_with_a_speaker_is_a_claim_unless_another_one_of_the_role_is_said() {
        facts.merge(agent("leg", "anna", null));
        assertThat(facts.claimsOn("leg"))
                .extracting(claim -> claim.role + " " + claim.speakerId)
                .containsExactly("AGENT anna");

        facts.merge(claim("leg", Role.CUSTOMER, "bert"));
        assertThat(facts.claimsOn("leg")).extracting(claim -> claim.speakerId).containsExactly("anna", "bert");

        facts.merge(claim("leg", Role.AGENT, "carla"));
        assertThat(facts.claimsOn("leg")).extracting(claim -> claim.speakerId).containsExactly("bert", "carla");
    }

    @Test
    void claims_are_bounded_and_a_copy_has_its_own() {
        for (int i = 0; i < 100; i++) {
            facts.merge(claim("leg-" + i, Role.AGENT, "anna"));
        }
        CallFacts copy = facts.copy();
        facts.merge(claim("leg-0", Role.AGENT, "bert"));

        assertThat(facts.claims).hasSize(CallFacts.MOST_CLAIMS);
        assertThat(facts.claimsOn("leg-0").get(0).speakerId).isEqualTo("bert");
        assertThat(copy.claimsOn("leg-0").get(0).speakerId).isEqualTo("anna");
    }

    @Test
    void a_role_that_is_unknown_replaces_none() {
        facts.merge(agent("leg", null, null));
        var news = new CallFacts();
        news.parties.put("leg", new PartyFacts());
        facts.merge(news);

        assertThat(facts.party("leg"))
                .returns(Role.AGENT, party -> party.role)
                .returns(RoleSource.GATEWAY, party -> party.roleSource);
    }

    @Test
    void merging_copies_and_shares_nothing_with_the_record() {
        var news = agent("leg", null, null);
        facts.merge(news);
        news.party("leg").role = Role.CUSTOMER;

        assertThat(facts.party("leg").role).isEqualTo(Role.AGENT);
    }

    @Test
    void of_a_17th_leg_nothing_is_kept_and_the_16_go_on() {
        for (int leg = 0; leg < 40; leg++) {
            facts.merge(agent("leg-" + leg, null, null));
        }
        facts.merge(agent("leg-3", null, "agent-7"));

        assertThat(facts.parties).hasSize(16);
        assertThat(facts.party("leg-3").agentId).isEqualTo("agent-7");
        assertThat(facts.party("leg-39").role).isEqualTo(Role.UNKNOWN);
    }

    @Test
    void attributes_are_bounded_in_number_and_length() {
        for (int i = 0; i < 100; i++) {
            facts.merge(attribute("name-" + i, "value"));
        }
        facts.merge(attribute("name-0", "new"));
        facts.merge(attribute("name-1", "x".repeat(201)));
        facts.merge(attribute("n".repeat(201), "value"));

        assertThat(facts.attributes)
                .hasSize(32)
                .containsEntry("name-0", "new")
                .containsEntry("name-1", "value")
                .doesNotContainKey("n".repeat(201));
    }

    private static CallFacts consent(@Nullable Boolean gateway, @Nullable Boolean others) {
        var news = new CallFacts();
        news.gatewayConsent = consentTo(gateway);
        news.othersConsent = consentTo(others);
        return news;
    }

    private static ConsentFacts consentTo(@Nullable Boolean all) {
        var consent = new ConsentFacts();
        consent.recording = all;
        consent.emotion = all;
        consent.biometrics = all;
        return consent;
    }

    private static CallFacts attribute(String name, String value) {
        var news = new CallFacts();
        news.attributes.put(name, value);
        return news;
    }

    private static CallFacts claim(String leg, Role role, String speaker) {
        var news = new CallFacts();
        news.claims.add(new SpeakerClaim(leg, role, speaker));
        return news;
    }

    private static CallFacts agent(String leg, @Nullable String speaker, @Nullable String id) {
        var party = new PartyFacts();
        party.role = Role.AGENT;
        party.roleSource = RoleSource.GATEWAY;
        party.speakerId = speaker;
        party.agentId = id;
        var news = new CallFacts();
        news.parties.put(leg, party);
        return news;
    }
}
