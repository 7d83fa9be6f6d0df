package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallFactsTest {
    private final CallFacts facts = new CallFacts();

    @Test
    void what_is_left_open_stays() {
        facts.queueId = "billing";
        facts.language = "en";
        facts.direction = Direction.INBOUND;
        facts.recordingConsent = true;
        facts.emotionConsent = true;
        facts.biometricsConsent = true;
        facts.merge(new CallFacts());

        assertThat(facts)
                .returns("billing", f -> f.queueId)
                .returns("en", f -> f.language)
                .returns(Direction.INBOUND, f -> f.direction)
                .returns(true, f -> f.recordingConsent)
                .returns(true, f -> f.emotionConsent)
                .returns(true, f -> f.biometricsConsent);
    }

    @Test
    void what_is_said_replaces_what_was_known() {
        facts.recordingConsent = true;
        facts.queueId = "billing";
        var news = new CallFacts();
        news.recordingConsent = false;
        news.queueId = "complaints";
        news.direction = Direction.OUTBOUND;
        facts.merge(news);

        assertThat(facts)
                .returns(false, f -> f.recordingConsent)
                .returns("complaints", f -> f.queueId)
                .returns(Direction.OUTBOUND, f -> f.direction);
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

    private static CallFacts attribute(String name, String value) {
        var news = new CallFacts();
        news.attributes.put(name, value);
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
