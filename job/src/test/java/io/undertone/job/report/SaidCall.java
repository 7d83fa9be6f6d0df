package io.undertone.job.report;

import io.undertone.job.meaning.AnsweredPart;
import io.undertone.job.words.TranscribedPack;
import io.undertone.job.words.WordsFailure;
import io.undertone.schema.Call;
import io.undertone.schema.Utterance;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.LineMeaning;
import io.undertone.udfs.meaning.PartMeaning;
import io.undertone.udfs.words.Pack;
import io.undertone.udfs.words.PackedUtterance;
import io.undertone.udfs.words.Segment;
import io.undertone.udfs.words.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of utterances of two seconds, by turns of the agent and the customer, each transcribed by itself. */
final class SaidCall {
    static final int UTTERANCE_SAMPLES = 16_000;
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    final String key;
    final List<Utterance> rows = new ArrayList<>();
    private final List<TranscribedPack> packs = new ArrayList<>();

    SaidCall(String callId) {
        this.key = "acme|" + callId + "|0|0";
    }

    /** The next one says {@code text}; null if its pack came back without words. */
    SaidCall line(String role, String text) {
        return line(role, text, null);
    }

    SaidCall failed(String role, WordsFailure failure) {
        return line(role, "", failure);
    }

    CallReport report() {
        var report = new CallReport();
        report.key = key;
        report.call = call(key.split("\\|", -1)[1]);
        report.utterances = new ArrayList<>(rows);
        report.recorded = true;
        report.asked = packs.size();
        return report;
    }

    List<TranscribedPack> packs() {
        return new ArrayList<>(packs);
    }

    /** An analyst's answer to a part: every line is positive. */
    static AnsweredPart pleased(AnalysisPart part) {
        var answered = new AnsweredPart();
        answered.part = part;
        answered.meaning = new PartMeaning();
        answered.meaning.part = part.number;
        answered.meaning.analyst = "test";
        answered.meaning.status = "COMPLETE";
        answered.meaning.topic = "brakes";
        part.lines.forEach(line -> {
            var meaning = new LineMeaning();
            meaning.line = line.number;
            meaning.sentiment = "POSITIVE";
            meaning.profane = false;
            answered.meaning.lines.add(meaning);
        });
        return answered;
    }

    private SaidCall line(String role, String text, @Nullable WordsFailure failure) {
        int number = rows.size() + 1;
        long begin = (long) rows.size() * UTTERANCE_SAMPLES;
        rows.add(row(role, number, begin));
        var utterance = new PackedUtterance();
        utterance.number = number;
        utterance.begin = begin;
        utterance.end = begin + UTTERANCE_SAMPLES;
        var answered = new TranscribedPack();
        answered.pack = new Pack();
        answered.pack.key = key;
        answered.pack.legId = role;
        answered.pack.number = number;
        answered.pack.utterances.add(utterance);
        answered.model = "base";
        answered.failure = failure;
        if (failure == null) {
            answered.transcript = new Transcript();
            answered.transcript.language = "en";
            answered.transcript.text = text;
            answered.transcript.segments.add(new Segment(0, 2, text));
        }
        packs.add(answered);
        return this;
    }

    private static Utterance row(String role, int number, long begin) {
        return Utterance.newBuilder()
                .setTenantId("acme")
                .setCallId("c")
                .setCallStart(START)
                .setPart(0)
                .setRevision(0)
                .setLegId(role)
                .setUtteranceNumber(number)
                .setRole(role)
                .setRoleSource("GATEWAY")
                .setBeginTime(START.plusMillis(begin / 8))
                .setBeginS(begin / 8_000.0)
                .setEndS((begin + UTTERANCE_SAMPLES) / 8_000.0)
                .setSpeechProbability(0.9)
                .setLostRatio(0)
                .setAudioUris(List.of())
                .build();
    }

    private static Call call(String callId) {
        return Call.newBuilder()
                .setTenantId("acme")
                .setCallId(callId)
                .setCallStart(START)
                .setPart(0)
                .setRevision(0)
                .setCallEnd(START.plusSeconds(60))
                .setDurationS(60)
                .setEndReason("ENDED")
                .setDirection("INBOUND")
                .setAgentIds(List.of())
                .setTalkS(1)
                .setHoldS(0)
                .setRedactedS(0)
                .setNonTalkS(0)
                .setSilenceCount(0)
                .setSilenceTotalS(0)
                .setSilenceTotalStdS(0)
                .setSilenceTotalIqrS(0)
                .setSilenceLeadingS(0.0)
                .setSilenceTrailingS(0.0)
                .setLegs(List.of())
                .setFramesReceived(0)
                .setFramesLost(0)
                .setFramesDuplicate(0)
                .setFramesLate(0)
                .setFramesRefused(0)
                .setFramesWithheld(0)
                .setFramesPlayed(0)
                .setPiecesStored(0)
                .setPiecesLost(0)
                .setUtteranceStatus("COMPLETE")
                .setVersions(Map.of())
                .build();
    }
}
