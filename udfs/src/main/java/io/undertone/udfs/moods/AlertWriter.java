package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.speech.PieceFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the events of alerts. */
final class AlertWriter {
    private static final int SAMPLES_PER_MILLI = 8;

    private final String policyVersion;

    AlertWriter(String policyVersion) {
        this.policyVersion = policyVersion;
    }

    /** An event of an open alert, decided at {@code at}, whose step it is already; {@code why} says what cleared it. */
    AlertFacts write(HeardTrack on, Rule rule, OpenAlert alert, AlertPhase phase, long at, @Nullable Clearing why) {
        var facts = new AlertFacts();
        facts.alertId = alert.alertId;
        facts.eventId = AlertIds.event(alert.alertId, phase, alert.step);
        facts.phase = phase;
        facts.step = alert.step;
        facts.episode = alert.episode;
        facts.severity = alert.severity;
        facts.decidedSample = at;
        facts.endSample = phase == AlertPhase.CLEARED ? (Long) at : null;
        facts.policyVersion = policyVersion;
        writeRule(facts, on, rule, at, why);
        writeEvidence(facts, on.leg(), alert.evidence);
        writeSpeaker(facts, on.track());
        writeCall(facts, on);
        return facts;
    }

    private static void writeRule(AlertFacts facts, HeardTrack on, Rule rule, long at, @Nullable Clearing why) {
        double score = rule.score(on.track(), at);
        facts.ruleId = rule.id();
        facts.ruleVersion = rule.version();
        facts.enterThreshold = rule.enter();
        facts.exitThreshold = rule.exit();
        facts.score = score;
        facts.classes.putAll(rule.classes(on.track(), at));
        facts.modelId = rule.modelId();
        facts.modelVersion = rule.modelVersion();
        String reason = why == null ? rule.reason(on.track(), score) : why.reason(rule, score);
        facts.reason = reason + ", " + Words.into(at);
    }

    private static void writeEvidence(AlertFacts facts, JudgedLeg leg, Evidence evidence) {
        facts.beginSample = evidence.begin;
        facts.peakScore = evidence.peak;
        facts.speechMillis = evidence.speechSamples / SAMPLES_PER_MILLI;
        facts.clippedRatio = evidence.clippedRatio();
        facts.lostRatio = leg.lostRatio();
        facts.audio = between(leg.pieces, evidence.begin, facts.decidedSample);
    }

    private static void writeSpeaker(AlertFacts facts, MoodTrack track) {
        facts.role = track.role;
        facts.speaker = track.speaker;
        facts.speakerId = track.speakerId;
        facts.speakerScore = track.speakerScore;
        facts.loudnessLufs = track.loudness.lufs;
        facts.loudnessDeltaDb = track.loudness.deltaDb;
    }

    private static void writeCall(AlertFacts facts, HeardTrack on) {
        CallFacts known = on.call().facts;
        facts.legId = on.legId();
        facts.agentId = agentId(known, on.legId());
        facts.queueId = known.queueId;
        facts.direction = known.direction;
    }

    private static List<String> between(List<PieceFacts> pieces, long begin, long end) {
        var uris = new ArrayList<String>();
        for (PieceFacts piece : pieces) {
            if (piece.begin < end && piece.end > begin) {
                uris.add(piece.uri);
            }
        }
        return uris;
    }

    /** Whoever is named on the leg itself, which is the agent of a shared one; else the agent of another leg. */
    private static @Nullable String agentId(CallFacts facts, String legId) {
        String agentId = facts.party(legId).agentId;
        for (PartyFacts party : new TreeMap<>(facts.parties).values()) {
            if (agentId == null && party.role == Role.AGENT) {
                agentId = party.agentId;
            }
        }
        return agentId;
    }
}
