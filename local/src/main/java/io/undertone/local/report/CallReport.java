package io.undertone.local.report;

import io.undertone.local.live.AlertEvent;
import io.undertone.local.live.CallTimeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of table calls with its utterances, in the order of their begin, and with what the live leg told of the call while
 * it went on: its alerts, episode by episode, and its mood.
 */
public record CallReport(
        String tenantId,
        String callId,
        String callStart,
        int part,
        int revision,
        String endReason,
        String utteranceStatus,
        double durationS,
        @Nullable String roleMismatch,
        FrameCounts frames,
        List<LegReport> legs,
        List<UtteranceReport> utterances,
        SilenceReport silence,
        ConversationReport conversation,
        String transcriptStatus,
        String analysisStatus,
        @Nullable String analyst,
        @Nullable String summary,
        @Nullable String topic,
        @Nullable Boolean conflict,
        WordsReport words,
        List<AlertEvent> frustrationEvents,
        MoodReport mood) {
    static CallReport of(LakeRow call, List<UtteranceReport> utterances, @Nullable CallTimeline live) {
        return new CallReport(
                call.text("tenant_id"),
                call.text("call_id"),
                call.time("call_start"),
                call.integer("part"),
                call.integer("revision"),
                call.text("end_reason"),
                call.text("utterance_status"),
                call.number("duration_s"),
                call.textOrNull("role_mismatch"),
                FrameCounts.of(call),
                call.rows("legs").stream().map(LegReport::of).toList(),
                utterances,
                SilenceReport.of(call),
                ConversationReport.of(call),
                call.status("transcript_status"),
                call.status("analysis_status"),
                call.textOrNull("analyst"),
                call.textOrNull("summary"),
                call.textOrNull("topic"),
                call.flagOrNull("conflict"),
                WordsReport.of(call),
                live == null ? List.of() : live.alertEvents(),
                live == null ? MoodReport.NOTHING : MoodReport.of(live));
    }
}
