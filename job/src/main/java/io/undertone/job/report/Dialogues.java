package io.undertone.job.report;

import io.undertone.schema.Utterance;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.meaning.AnalysisPart;
import io.undertone.udfs.meaning.Dialogue;
import io.undertone.udfs.meaning.DialogueLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was said in a call as an analyst is shown it: redacted, in the order of time. */
final class Dialogues {
    private Dialogues() {}

    static List<AnalysisPart> parts(CallReport report, int longestChars) {
        Map<String, List<Double>> loudness = new HashMap<>();
        for (Utterance row : report.utterances) {
            if (row.getLoudnessLufs() != null) {
                loudness.computeIfAbsent(speaker(row), any -> new ArrayList<>()).add(row.getLoudnessLufs());
            }
        }
        List<DialogueLine> lines = report.utterances.stream()
                .filter(row -> row.getText() != null)
                .map(row -> line(row, median(loudness.get(speaker(row)))))
                .toList();
        String spoken = report.call.getLanguageTag();
        String language = spoken == null ? report.call.getTranscriptLanguage() : spoken;
        return Dialogue.of(lines).parts(report.key, report.call.getTenantId(), language, longestChars);
    }

    private static DialogueLine line(Utterance row, @Nullable Double usualLufs) {
        var line = new DialogueLine();
        line.legId = row.getLegId();
        line.utterance = row.getUtteranceNumber();
        line.role = Role.valueOf(row.getRole());
        line.voice = voice(row);
        line.beginS = row.getBeginS();
        line.endS = row.getEndS();
        line.text = Objects.requireNonNull(row.getText());
        line.overlap = Boolean.TRUE.equals(row.getOverlap());
        line.mood = row.getMood();
        Double lufs = row.getLoudnessLufs();
        line.loudnessDeltaDb = lufs == null || usualLufs == null ? null : Double.valueOf(lufs - usualLufs);
        return line;
    }

    /** Leg and voice, as {@link DialogueLine#speaker} names them. */
    static String speaker(Utterance row) {
        return row.getLegId() + "/" + voice(row);
    }

    private static int voice(Utterance row) {
        return row.getVoice() == null ? 0 : row.getVoice();
    }

    /** What is usual for a speaker: half of what he says is louder. */
    private static @Nullable Double median(@Nullable List<Double> lufs) {
        return lufs == null ? null : lufs.stream().sorted().toList().get((lufs.size() - 1) / 2);
    }
}
