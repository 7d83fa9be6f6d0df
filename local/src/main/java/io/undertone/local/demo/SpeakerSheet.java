package io.undertone.local.demo;

import io.undertone.local.console.Grid;
import io.undertone.local.console.Text;
import io.undertone.local.report.CallReport;
import io.undertone.local.report.LegReport;
import io.undertone.local.report.VerificationReport;
import io.undertone.local.report.VoiceReport;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose voices a written call has. */
final class SpeakerSheet {
    private SpeakerSheet() {}

    /** As {@code verified anna 0.731}; empty where a leg names nobody. */
    static String verification(LegReport leg) {
        VerificationReport verification = leg.verification();
        if (verification == null) {
            return "";
        }
        String verdict = verification.verdict().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "%s %s %s"
                .formatted(verdict, verification.speaker(), score(verification.score()))
                .strip();
    }

    /** The voices of legs with more than one, or of which only voices say who is on them; no line where all is said by the legs. */
    static Grid voices(CallReport call) {
        var grid = new Grid();
        boolean headed = false;
        for (LegReport leg : call.legs()) {
            for (VoiceReport voice : toTell(leg)) {
                if (!headed) {
                    grid.row("voice", "role", "known from", "talk", "of call", "score");
                    headed = true;
                }
                grid.row(
                        leg.legId() + " " + voice.voice(),
                        voice.speakerId() == null ? voice.role() : voice.role() + " " + voice.speakerId(),
                        voice.roleSource(),
                        Text.seconds(voice.talkS()),
                        Text.percent(voice.talkS(), call.durationS()),
                        score(voice.score()));
            }
        }
        return grid;
    }

    private static List<VoiceReport> toTell(LegReport leg) {
        List<VoiceReport> standing = leg.voices().stream()
                .filter(voice -> voice.sameAs() == voice.voice())
                .toList();
        return standing.size() > 1 || leg.role().equals("UNKNOWN") ? standing : List.of();
    }

    private static String score(@Nullable Double score) {
        return score == null ? "" : String.format(Locale.ROOT, "%.3f", score);
    }
}
