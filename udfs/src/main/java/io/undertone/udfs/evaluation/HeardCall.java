package io.undertone.udfs.evaluation;

import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.AlertPhase;
import java.util.List;

/** A call whose truth is known, and what the live leg made of it. */
public record HeardCall(MoodCall call, List<AlertFacts> alerts, SpokenTime speech) {
    /** Where that rule decided that somebody should know, on the call's timeline. */
    List<Long> raised(String ruleId) {
        return alerts.stream()
                .filter(alert -> alert.phase == AlertPhase.RAISED && alert.ruleId.equals(ruleId))
                .map(alert -> alert.decidedSample)
                .toList();
    }
}
