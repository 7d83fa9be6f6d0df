package io.undertone.job.postcall;

import io.undertone.job.kafka.CallTimes;
import io.undertone.job.report.CallReport;
import io.undertone.schema.Call;
import io.undertone.schema.EmotionWindow;
import io.undertone.schema.Silence;
import io.undertone.schema.Utterance;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.FrameCounts;
import io.undertone.udfs.conversation.ConversationMetrics;
import io.undertone.udfs.conversation.InterruptionTally;
import io.undertone.udfs.conversation.SilenceSettings;
import io.undertone.udfs.conversation.SilenceStatistics;
import io.undertone.udfs.conversation.Speaker;
import io.undertone.udfs.conversation.TalkTimeline;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One call as rows of its tables. Every figure can be recomputed from the utterances' rows. */
final class CallDescription {
    private final EndedCallFacts ended;
    private final List<UtteranceFacts> utterances;
    private final List<WindowFacts> windows;
    private final boolean complete;
    private final int revision;
    private final Speakers speakers;
    private final TalkTimeline timeline;
    private final SilenceStatistics silence;
    private final ConversationMetrics metrics;
    private final CallTimes times;

    CallDescription(GatheredCall gathered, SilenceSettings settings) {
        this.ended = gathered.ended();
        this.utterances = gathered.utterances();
        this.windows = gathered.windows();
        this.complete = gathered.complete();
        this.revision = gathered.revision();
        this.speakers = new Speakers(ended);
        this.timeline = Timelines.of(ended, utterances, speakers);
        this.silence = SilenceStatistics.of(timeline.netSilenceSamples(), CallTimes.SAMPLE_RATE_HZ, settings);
        this.metrics = ConversationMetrics.of(timeline);
        this.times = new CallTimes(ended.id);
    }

    /** Of the call and its utterances. */
    CallReport report() {
        var report = new CallReport();
        report.key = "%s|%s|%d".formatted(ended.id.key(), ended.id.partKey(), revision);
        report.call = call();
        report.utterances = utterances();
        report.recorded = utterances.stream().anyMatch(utterance -> !utterance.pieces.isEmpty());
        return report;
    }

    private Call call() {
        Call.Builder row = Call.newBuilder()
                .setTenantId(ended.id.tenantId)
                .setCallId(ended.id.callId)
                .setCallStart(times.start())
                .setPart(ended.id.part)
                .setRevision(revision)
                .setCallEnd(times.at(ended.durationSamples))
                .setDurationS(CallTimes.seconds(ended.durationSamples))
                .setEndReason(ended.reason.name())
                .setUtteranceStatus(complete ? "COMPLETE" : "PARTIAL")
                .setVersions(ended.versions)
                .setRoleMismatch(ended.roleMismatch);
        describeFacts(row, ended.facts);
        describeTalk(row);
        describeSilence(row);
        describeInterruptions(row, metrics.interruptions());
        describeFrames(row, ended.counts);
        describePieces(row);
        new MoodColumns(ended).describe(row, windows.size());
        var legs = new LegRows(utterances, speakers, metrics);
        return row.setLegs(ended.legs.stream()
                        .map(leg -> legs.of(leg, ended.facts.party(leg.legId)))
                        .toList())
                .build();
    }

    private List<Utterance> utterances() {
        var rows = new UtteranceRows(ended.id, revision, speakers, new UtteranceMoods(speakers, windows));
        return new ArrayList<>(utterances.stream().map(rows::of).toList());
    }

    List<EmotionWindow> windows() {
        var rows = new WindowRows(ended.id, revision, speakers);
        return windows.stream().map(rows::of).toList();
    }

    List<Silence> silences() {
        List<Silence> rows = new ArrayList<>();
        for (io.undertone.udfs.conversation.Silence gap : timeline.silences()) {
            double net = CallTimes.seconds(gap.netSamples());
            rows.add(Silence.newBuilder()
                    .setTenantId(ended.id.tenantId)
                    .setCallId(ended.id.callId)
                    .setCallStart(times.start())
                    .setPart(ended.id.part)
                    .setRevision(revision)
                    .setSilenceNumber(rows.size() + 1)
                    .setBeginTime(times.at(gap.span().fromSample()))
                    .setBeginS(CallTimes.seconds(gap.span().fromSample()))
                    .setEndS(CallTimes.seconds(gap.span().toSample()))
                    .setNetS(net)
                    .setLongByStd(silence.thresholdStdSeconds() != null && net >= silence.thresholdStdSeconds())
                    .setLongByIqr(silence.thresholdIqrSeconds() == null ? null : net >= silence.thresholdIqrSeconds())
                    .build());
        }
        return rows;
    }

    private static void describeFacts(Call.Builder row, CallFacts facts) {
        List<String> agents = facts.parties.values().stream()
                .map(party -> party.agentId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .sorted()
                .toList();
        row.setDirection(facts.direction.name())
                .setQueueId(facts.queueId)
                .setLanguageTag(facts.language)
                .setAgentIds(agents)
                .setConsentRecording(facts.recordingConsent())
                .setConsentEmotionAnalysis(facts.emotionConsent())
                .setConsentVoiceBiometrics(facts.biometricsConsent());
    }

    private void describeTalk(Call.Builder row) {
        row.setTalkS(metrics.talkSecondsByLeg().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .setHoldS(metrics.holdSeconds())
                .setRedactedS(metrics.redactedSeconds())
                .setNonTalkS(metrics.nonTalkSeconds());
    }

    private void describeSilence(Call.Builder row) {
        row.setSilenceCount(silence.count())
                .setSilenceTotalS(silence.totalSeconds())
                .setSilenceMeanS(silence.meanSeconds())
                .setSilenceMedianS(silence.medianSeconds())
                .setSilenceStdS(silence.sigmaSeconds())
                .setSilenceQ1S(silence.q1Seconds())
                .setSilenceQ3S(silence.q3Seconds())
                .setSilenceIqrS(silence.iqrSeconds())
                .setSilenceMaxS(silence.maxSeconds())
                .setSilenceThresholdStdS(silence.thresholdStdSeconds())
                .setSilenceThresholdIqrS(silence.thresholdIqrSeconds())
                .setSilenceTotalStdS(silence.totalStdSeconds())
                .setSilenceTotalIqrS(silence.totalIqrSeconds())
                .setSilenceLeadingS(metrics.leadingSeconds())
                .setSilenceTrailingS(metrics.trailingSeconds());
    }

    private static void describeInterruptions(Call.Builder row, @Nullable Map<Speaker, InterruptionTally> tallies) {
        if (tallies == null) {
            return;
        }
        InterruptionTally none = new InterruptionTally(0, 0);
        InterruptionTally customer = tallies.getOrDefault(Speaker.CUSTOMER, none);
        InterruptionTally agent = tallies.getOrDefault(Speaker.AGENT, none);
        row.setInterruptionsByCustomer(customer.count())
                .setInterruptedByCustomerS(customer.seconds())
                .setInterruptionsByAgent(agent.count())
                .setInterruptedByAgentS(agent.seconds());
    }

    private static void describeFrames(Call.Builder row, FrameCounts counts) {
        row.setFramesReceived(counts.received)
                .setFramesLost(counts.lost)
                .setFramesDuplicate(counts.duplicate)
                .setFramesLate(counts.late)
                .setFramesRefused(counts.refused)
                .setFramesWithheld(counts.withheld)
                .setFramesPlayed(counts.played);
    }

    /** Where one speaker follows another without a pause, a piece belongs to two utterances: it counts once. */
    private void describePieces(Call.Builder row) {
        Map<String, Boolean> stored = new HashMap<>();
        utterances.forEach(utterance -> utterance.pieces.forEach(piece -> stored.put(piece.uri, piece.stored)));
        int kept = Collections.frequency(stored.values(), true);
        row.setPiecesStored(kept).setPiecesLost(stored.size() - kept);
    }
}
