package io.undertone.local.page;

import io.undertone.local.live.AlertEpisode;
import io.undertone.local.live.AlertEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a page shows it; seconds from the call's start.
 *
 * @param endS null while it is open
 */
record PageAlert(
        String alertId,
        String ruleId,
        String legId,
        String severity,
        double beginS,
        @Nullable Double endS,
        double peakScore,
        List<AlertEvent> events) {
    static PageAlert of(AlertEpisode episode) {
        AlertEvent current = episode.current();
        return new PageAlert(
                current.alertId(),
                current.ruleId(),
                current.legId(),
                current.severity(),
                current.beginS(),
                current.endS(),
                current.peakScore(),
                episode.events());
    }
}
