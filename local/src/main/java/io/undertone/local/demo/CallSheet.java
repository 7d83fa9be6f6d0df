package io.undertone.local.demo;

import io.undertone.local.console.Grid;
import io.undertone.local.console.Text;
import io.undertone.local.report.CallReport;
import io.undertone.local.report.ConversationReport;
import io.undertone.local.report.FrameCounts;
import io.undertone.local.report.LegReport;
import io.undertone.local.report.SilenceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A written call on half a page. */
final class CallSheet {
    private static final String INDENT = "  ";

    private CallSheet() {}

    static List<String> of(CallReport call, MoodSheet moods) {
        var lines = new ArrayList<String>();
        String part = call.part() == 0 ? "" : ", part " + call.part();
        lines.add("Call %s%s: %s, %s, utterances %s"
                .formatted(
                        call.callId(),
                        part,
                        Text.clock((long) call.durationS()),
                        call.endReason(),
                        call.utteranceStatus().toLowerCase(Locale.ROOT)));
        lines.addAll(legs(call).lines(INDENT));
        lines.addAll(SpeakerSheet.voices(call).lines(INDENT));
        if (call.roleMismatch() != null) {
            lines.add(INDENT + "role mismatch: " + call.roleMismatch());
        }
        var figures = new Grid()
                .row("frames", frames(call.frames()))
                .row("silence", silence(call.silence()))
                .row("", longSilence(call.silence()))
                .row("conversation", conversation(call.conversation()));
        moods.addTo(figures, call.mood(), call.frustrationEvents());
        WordSheet.addTo(figures, call);
        lines.addAll(figures.lines(INDENT));
        lines.addAll(WordSheet.dialogue(call).lines(INDENT));
        return lines;
    }

    private static Grid legs(CallReport call) {
        boolean verified = call.legs().stream().anyMatch(leg -> leg.verification() != null);
        var grid = new Grid()
                .row("leg", "role", "known from", "talk", "of call", "loudness", "utterances", verified ? "voice" : "");
        for (LegReport leg : call.legs()) {
            grid.row(
                    leg.legId(),
                    leg.role(),
                    leg.roleSource(),
                    Text.seconds(leg.talkS()),
                    Text.percent(leg.talkS(), call.durationS()),
                    Text.lufs(leg.loudnessLufs()),
                    leg.utteranceCount(),
                    SpeakerSheet.verification(leg));
        }
        return grid;
    }

    private static String frames(FrameCounts frames) {
        return "%d received + %d lost = %d duplicate + %d late + %d refused + %d withheld + %d played"
                .formatted(
                        frames.received(),
                        frames.lost(),
                        frames.duplicate(),
                        frames.late(),
                        frames.refused(),
                        frames.withheld(),
                        frames.played());
    }

    private static String silence(SilenceReport silence) {
        return "%d gaps, %s in all; mean %s, median %s, σ %s, longest %s"
                .formatted(
                        silence.n(),
                        Text.seconds(silence.totalS()),
                        Text.seconds(silence.meanS()),
                        Text.seconds(silence.medianS()),
                        Text.seconds(silence.stdS()),
                        Text.seconds(silence.maxS()));
    }

    private static String longSilence(SilenceReport silence) {
        return "long by σ (from %s): %s; long by quartiles (from %s): %s"
                .formatted(
                        Text.seconds(silence.thresholdStdS()),
                        Text.seconds(silence.totalStdS()),
                        Text.seconds(silence.thresholdIqrS()),
                        Text.seconds(silence.totalIqrS()));
    }

    private static String conversation(ConversationReport conversation) {
        return "non-talk %s, hold %s, redacted %s; interruptions by customer %s (%s), by agent %s (%s)"
                .formatted(
                        Text.seconds(conversation.nonTalkS()),
                        Text.seconds(conversation.holdS()),
                        Text.seconds(conversation.redactedS()),
                        Text.count(conversation.interruptionsByCustomer()),
                        Text.seconds(conversation.interruptedByCustomerS()),
                        Text.count(conversation.interruptionsByAgent()),
                        Text.seconds(conversation.interruptedByAgentS()));
    }
}
