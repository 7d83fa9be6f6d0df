package io.undertone.job.postcall;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.CloseReason;
import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call of two legs, told by hand. */
final class DescribedCall {
    static final Instant START = Instant.parse("2026-01-05T10:00:00.000125Z");

    private DescribedCall() {}

    static EndedCallFacts ended() {
        var ended = new EndedCallFacts();
        ended.id = new CallId("acme", "c-1", START.getEpochSecond() * 1_000_000 + 125, 2);
        ended.durationSamples = 40 * 8_000;
        ended.reason = CloseReason.ENDED;
        ended.facts.direction = Direction.OUTBOUND;
        ended.facts.queueId = "billing";
        ended.facts.language = "en-GB";
        ended.facts.gatewayConsent.recording = true;
        ended.facts.gatewayConsent.emotion = false;
        ended.facts.parties.put("AGENT", party(Role.AGENT, "a-7"));
        ended.facts.parties.put("CUSTOMER", party(Role.CUSTOMER, null));
        ended.counts.received = 11;
        ended.counts.lost = 2;
        ended.counts.duplicate = 1;
        ended.counts.late = 2;
        ended.counts.refused = 1;
        ended.counts.withheld = 2;
        ended.counts.played = 7;
        ended.holds.add(new Interval(20 * 8_000, 25 * 8_000));
        ended.redactions.add(new Interval(27 * 8_000, 28 * 8_000));
        ended.legs.add(leg("AGENT", 3, 40 * 8_000));
        ended.legs.add(leg("CUSTOMER", 2, 0));
        ended.versions.put("undertone", "1");
        return ended;
    }

    static LegSummary leg(String legId, int utterances, long samples) {
        var leg = new LegSummary();
        leg.legId = legId;
        leg.utterances = utterances;
        leg.samples = samples;
        leg.sampleRateHz = 8_000;
        return leg;
    }

    static PartyFacts party(Role role, @Nullable String agentId) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        party.agentId = agentId;
        return party;
    }

    static UtteranceFacts utterance(Role role, int number, int fromSecond, int toSecond) {
        var utterance = new UtteranceFacts();
        utterance.legId = role.name();
        utterance.number = number;
        utterance.role = role;
        utterance.roleSource = RoleSource.GATEWAY;
        utterance.begin = fromSecond * 8_000L;
        utterance.end = toSecond * 8_000L;
        utterance.lufs = -23.5;
        utterance.speechProbability = 0.875;
        utterance.lostRatio = 0.125;
        return utterance;
    }

    static PieceFacts piece(String uri, boolean stored) {
        var piece = new PieceFacts();
        piece.uri = uri;
        piece.stored = stored;
        return piece;
    }
}
