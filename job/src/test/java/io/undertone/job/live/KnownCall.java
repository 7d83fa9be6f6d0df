package io.undertone.job.live;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import org.jspecify.annotations.Nullable;

/** What is said about the calls of these tests. */
final class KnownCall {
    static final String AGENT = "agent";
    static final String CUSTOMER = "customer";

    /** Of every record of these calls. */
    static final RecordOrigin ORIGIN = new RecordOrigin("call-media", 3, 17, 0, 900);

    private KnownCall() {}

    static CallId id(String callId, int part) {
        return new CallId("acme", callId, 1_767_607_200_000_000L + part, part);
    }

    static CallItem facts(CallId id, @Nullable Boolean recordingConsent) {
        var facts = new CallFacts();
        facts.gatewayConsent.recording = recordingConsent;
        facts.parties.put(AGENT, party(Role.AGENT));
        facts.parties.put(CUSTOMER, party(Role.CUSTOMER));
        return CallItem.facts(id, ORIGIN, facts);
    }

    static CallItem ended(CallId id) {
        return CallItem.ended(id, ORIGIN, endedFacts(id, 0));
    }

    /** As the first stage makes it, with so many utterances of the customer counted by a later one. */
    static EndedCallFacts endedFacts(CallId id, int utterances) {
        var ended = new EndedCallFacts();
        ended.id = id;
        for (String leg : new String[] {AGENT, CUSTOMER}) {
            var summary = new LegSummary();
            summary.legId = leg;
            summary.utterances = leg.equals(CUSTOMER) ? utterances : 0;
            summary.utteranceRecords = summary.utterances;
            ended.legs.add(summary);
        }
        return ended;
    }

    private static PartyFacts party(Role role) {
        var party = new PartyFacts();
        party.role = role;
        party.roleSource = RoleSource.GATEWAY;
        return party;
    }
}
