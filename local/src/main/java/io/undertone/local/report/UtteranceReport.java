package io.undertone.local.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One written utterance; seconds from the call's start. */
public record UtteranceReport(
        String legId,
        int utteranceNumber,
        String role,
        String roleSource,
        @Nullable String speaker,
        @Nullable Integer voice,
        @Nullable String speakerId,
        @Nullable Double speakerScore,
        @Nullable Boolean overlap,
        double startS,
        double endS,
        @Nullable Double loudnessLufs,
        double speechProbability,
        double lostRatio,
        List<String> audioUris,
        @Nullable String mood,
        String textStatus,
        @Nullable String text,
        @Nullable String sentiment,
        @Nullable Boolean profane) {
    /** @param transcribed whether the call was: an utterance without words is then one in which nothing was said */
    static UtteranceReport of(LakeRow utterance, boolean transcribed) {
        String text = utterance.textOrNull("text");
        String sentiment = utterance.textOrNull("sentiment");
        Boolean profane = utterance.flagOrNull("profane");
        boolean wordless = transcribed && (text == null || text.isEmpty());
        return new UtteranceReport(
                utterance.text("leg_id"),
                utterance.integer("utterance_number"),
                utterance.text("role"),
                utterance.text("role_source"),
                utterance.textOrNull("speaker"),
                utterance.integerOrNull("voice"),
                utterance.textOrNull("speaker_id"),
                utterance.numberOrNull("speaker_score"),
                utterance.flagOrNull("overlap"),
                utterance.number("begin_s"),
                utterance.number("end_s"),
                utterance.numberOrNull("loudness_lufs"),
                utterance.number("speech_probability"),
                utterance.number("lost_ratio"),
                utterance.texts("audio_uris"),
                utterance.textOrNull("mood"),
                utterance.status("text_status"),
                wordless ? "" : text,
                sentiment == null ? (wordless ? "neutral" : null) : sentiment.toLowerCase(Locale.ROOT),
                (profane == null && wordless) ? Boolean.FALSE : profane);
    }
}
