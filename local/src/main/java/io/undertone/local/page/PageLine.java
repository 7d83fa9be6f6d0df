package io.undertone.local.page;

import io.undertone.local.live.SpokenUtterance;
import io.undertone.local.report.UtteranceReport;
import org.jspecify.annotations.Nullable;

/**
 * A line of a call's dialogue; seconds from the call's start.
 *
 * @param text null where nobody has transcribed it
 * @param sentiment of what was said; null where nobody has told
 * @param mood of how it was said; null where nobody has told
 */
public record PageLine(
        double beginS,
        double endS,
        String legId,
        String role,
        @Nullable String speakerId,
        @Nullable Double loudnessLufs,
        @Nullable String text,
        @Nullable String sentiment,
        @Nullable String mood) {
    static PageLine of(SpokenUtterance spoken) {
        return new PageLine(
                spoken.beginS(),
                spoken.endS(),
                spoken.legId(),
                spoken.role(),
                spoken.speakerId(),
                spoken.loudnessLufs(),
                null,
                null,
                null);
    }

    /** As it was written when the call was over. */
    public static PageLine of(UtteranceReport written) {
        return new PageLine(
                written.startS(),
                written.endS(),
                written.legId(),
                written.role(),
                written.speakerId(),
                written.loudnessLufs(),
                written.text(),
                written.sentiment(),
                written.mood());
    }
}
