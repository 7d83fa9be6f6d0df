package io.undertone.local.live;

import org.jspecify.annotations.Nullable;

/**
 * One event of an alert; seconds from the call's start.
 *
 * @param alertId the same for all events of an episode
 * @param phase RAISED, UPDATED or CLEARED
 * @param step from 0, one higher with every event of an episode
 * @param severity LOW, MEDIUM or HIGH
 * @param reason in words
 * @param atS up to where the call was heard when this was decided
 * @param beginS where what raised the alert began
 * @param endS null until it is cleared
 * @param score of rule frustration P(NEGATIVE), of raised-voice dB over the baseline; thresholds likewise
 */
public record AlertEvent(
        String eventId,
        String alertId,
        String ruleId,
        String phase,
        int step,
        int episode,
        String legId,
        String role,
        String severity,
        String reason,
        double atS,
        double beginS,
        @Nullable Double endS,
        double score,
        double peakScore,
        double enterThreshold,
        double exitThreshold,
        String modelId,
        String modelVersion) {
    public boolean endsAlert() {
        return phase.equals("CLEARED");
    }
}
