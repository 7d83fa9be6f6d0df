package io.undertone.job.kafka;

import io.undertone.schema.Direction;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EndedLeg;
import io.undertone.schema.FrameAccounting;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import io.undertone.schema.SampleInterval;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CloseReason;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.FrameCounts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ended calls across Kafka's edge. */
public final class EndedCallContract {
    private EndedCallContract() {}

    public static EndedCall write(EndedCallFacts from, Map<String, String> versions) {
        CallFacts facts = from.facts;
        var times = new CallTimes(from.id);
        return EndedCall.newBuilder()
                .setTenantId(from.id.tenantId)
                .setCallId(from.id.callId)
                .setCallStart(times.start())
                .setPart(from.id.part)
                .setCallEnd(times.at(from.durationSamples))
                .setDurationSamples(from.durationSamples)
                .setEndReason(from.reason.name())
                .setGatewayEndReason(from.gatewayReason)
                .setDirection(Enums.to(Direction.class, facts.direction))
                .setQueueId(facts.queueId)
                .setLanguage(facts.language)
                .setConsent(Consents.write(facts))
                .setLegs(from.legs.stream()
                        .map(leg -> write(leg, facts.party(leg.legId)))
                        .toList())
                .setFrames(write(from.counts))
                .setHolds(write(from.holds))
                .setRedactions(write(from.redactions))
                .setAttributes(facts.attributes)
                .setVersions(all(versions, from.versions))
                .setRoleMismatch(from.roleMismatch)
                .setEmotionPolicy(from.emotionPolicy.name().toLowerCase(Locale.ROOT))
                .setAlerts(from.alerts)
                .setHighestSeverity(from.highestSeverity == null ? null : from.highestSeverity.name())
                .setFirstAlertSample(from.firstAlertSample)
                .build();
    }

    private static Map<String, String> all(Map<String, String> program, Map<String, String> stages) {
        var all = new HashMap<>(program);
        all.putAll(stages);
        return all;
    }

    static EndedCallFacts read(EndedCall from) {
        var ended = new EndedCallFacts();
        ended.id.tenantId = from.getTenantId();
        ended.id.callId = from.getCallId();
        ended.id.startMicros = MediaContract.micros(from.getCallStart());
        ended.id.part = from.getPart();
        ended.durationSamples = from.getDurationSamples();
        ended.reason = reason(from.getEndReason());
        ended.gatewayReason = from.getGatewayEndReason();
        ended.facts = readFacts(from);
        ended.counts = read(from.getFrames());
        ended.holds.addAll(read(from.getHolds()));
        ended.redactions.addAll(read(from.getRedactions()));
        from.getLegs().forEach(leg -> ended.legs.add(read(leg)));
        ended.versions.putAll(from.getVersions());
        ended.roleMismatch = from.getRoleMismatch();
        MoodReading.read(ended, from);
        return ended;
    }

    /** A reason of a newer release is none that this one knows: the call is described all the same. */
    private static CloseReason reason(String name) {
        for (CloseReason reason : CloseReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return CloseReason.ENDED;
    }

    private static CallFacts readFacts(EndedCall from) {
        var facts = new CallFacts();
        facts.direction = Enums.to(io.undertone.udfs.call.Direction.class, from.getDirection());
        facts.queueId = from.getQueueId();
        facts.language = from.getLanguage();
        // Who said it is not in the record, and nobody adds to it any more.
        facts.gatewayConsent = Consents.read(from.getConsent());
        facts.attributes.putAll(from.getAttributes());
        for (EndedLeg leg : from.getLegs()) {
            var party = new PartyFacts();
            party.role = Enums.to(io.undertone.udfs.call.Role.class, leg.getRole());
            party.roleSource = Enums.to(io.undertone.udfs.call.RoleSource.class, leg.getRoleSource());
            party.participantId = leg.getParticipantId();
            party.speakerId = leg.getSpeakerId();
            party.agentId = leg.getAgentId();
            facts.parties.put(leg.getLegId(), party);
        }
        return facts;
    }

    private static EndedLeg write(LegSummary leg, PartyFacts party) {
        return EndedLeg.newBuilder()
                .setLegId(leg.legId)
                .setRole(Enums.to(Role.class, party.role))
                .setRoleSource(Enums.to(RoleSource.class, party.roleSource))
                .setParticipantId(party.participantId)
                .setSpeakerId(party.speakerId)
                .setAgentId(party.agentId)
                .setUtterances(leg.utterances)
                .setStreams(leg.streams)
                .setSpeechSamples(leg.speechSamples)
                .setLoudnessLufs(leg.speechLufs)
                .setAudioProperties(LevelsContract.write(leg))
                // A header that was on its way when utterances had no versions yet counts none.
                .setUtteranceRecords(Math.max(leg.utteranceRecords, leg.utterances))
                .setVoices(leg.voices.stream().map(EndedVoiceContract::write).toList())
                .setVerification(EndedVoiceContract.write(leg.verification))
                .setSameSignalAs(leg.sameSignalAs)
                .setEmotionWindows(leg.emotionWindows)
                .setEmotionWithdrawn(leg.emotionWithdrawn == null ? null : leg.emotionWithdrawn.name())
                .setMoods(leg.moods.stream().map(MoodContract::write).toList())
                .build();
    }

    private static LegSummary read(EndedLeg from) {
        var leg = new LegSummary();
        leg.legId = from.getLegId();
        leg.streams = from.getStreams();
        leg.utterances = from.getUtterances();
        leg.speechSamples = from.getSpeechSamples();
        leg.speechLufs = from.getLoudnessLufs();
        leg.utteranceRecords = from.getUtteranceRecords() == -1 ? from.getUtterances() : from.getUtteranceRecords();
        from.getVoices().forEach(voice -> leg.voices.add(EndedVoiceContract.read(voice)));
        leg.verification = EndedVoiceContract.read(from.getVerification());
        leg.sameSignalAs = from.getSameSignalAs();
        MoodReading.read(leg, from);
        LevelsContract.read(leg, from.getAudioProperties());
        return leg;
    }

    private static FrameAccounting write(FrameCounts counts) {
        return new FrameAccounting(
                counts.received,
                counts.lost,
                counts.duplicate,
                counts.late,
                counts.refused,
                counts.withheld,
                counts.played);
    }

    private static FrameCounts read(FrameAccounting from) {
        var counts = new FrameCounts();
        counts.received = from.getReceived();
        counts.lost = from.getLost();
        counts.duplicate = from.getDuplicate();
        counts.late = from.getLate();
        counts.refused = from.getRefused();
        counts.withheld = from.getWithheld();
        counts.played = from.getPlayed();
        return counts;
    }

    private static List<SampleInterval> write(List<Interval> intervals) {
        return intervals.stream()
                .map(interval -> new SampleInterval(interval.begin, interval.end))
                .toList();
    }

    private static List<Interval> read(List<SampleInterval> intervals) {
        return intervals.stream()
                .map(interval -> new Interval(interval.getBeginSample(), interval.getEndSample()))
                .toList();
    }
}
