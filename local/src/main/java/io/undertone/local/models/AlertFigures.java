package io.undertone.local.models;

import io.undertone.udfs.evaluation.AlertQuality;
import io.undertone.udfs.evaluation.CalmOutcome;
import io.undertone.udfs.evaluation.StretchOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether somebody was told in time, and how often for nothing, for programs. */
record AlertFigures(long seed, double customerMinutes, AlertResults results) {
    private static final int MINUTES = 60;

    Map<String, @Nullable Object> figures() {
        AlertQuality quality = results.frustration();
        CalmOutcome calm = results.allCalm(AlertResults.FRUSTRATION);
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("seed", seed);
        figures.put("angry_stretches", quality.stretches().size());
        figures.put("alerted", quality.alerted());
        figures.put("detection", Figures.rounded(quality.detection()));
        figures.put("delay_median_s", Figures.rounded(quality.medianDelaySeconds()));
        figures.put("delay_p90_s", Figures.rounded(quality.longDelaySeconds()));
        figures.put("most_alerts_of_a_stretch", results.mostRaised());
        figures.put("false_alerts", falseAlerts(calm));
        figures.put("customer_minutes_in_a_call", Figures.rounded(customerMinutes));
        figures.put("at_most_in_1000_calls", Figures.rounded(calm.atMostInThousandCalls(customerMinutes)));
        figures.put("other_orders", otherOrders());
        figures.put(
                "stretches",
                quality.stretches().stream().map(AlertFigures::stretch).toList());
        return figures;
    }

    private List<Map<String, @Nullable Object>> otherOrders() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        results.reordered().forEach((other, calls) -> {
            AlertQuality quality = AlertResults.FRUSTRATION.mark(calls);
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("seed", other);
            row.put("alerted", quality.alerted());
            row.put("detection", Figures.rounded(quality.detection()));
            row.put("delay_median_s", Figures.rounded(quality.medianDelaySeconds()));
            row.put("most_alerts_of_a_stretch", quality.mostRaised());
            row.put("false_alerts", quality.calm().alerts());
            rows.add(row);
        });
        return rows;
    }

    private Map<String, @Nullable Object> falseAlerts(CalmOutcome calm) {
        var rows = new LinkedHashMap<String, @Nullable Object>();
        for (AlertMaterial material : AlertMaterial.values()) {
            CalmOutcome outcome = results.calm(AlertResults.FRUSTRATION, material);
            if (outcome.calls() > 0) {
                int raised = results.calm(AlertResults.RAISED_VOICE, material).alerts();
                rows.put(material.key(), row(outcome, raised));
            }
        }
        rows.put(
                "all_calm", row(calm, results.allCalm(AlertResults.RAISED_VOICE).alerts()));
        return rows;
    }

    private static Map<String, @Nullable Object> row(CalmOutcome outcome, int raisedVoice) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("calls", outcome.calls());
        row.put("speech_minutes", Figures.rounded(outcome.speechHours() * MINUTES));
        row.put("frustration", outcome.alerts());
        row.put("in_an_hour", Figures.rounded(outcome.perHour()));
        row.put("in_an_hour_at_most", Figures.rounded(outcome.atMostPerHour()));
        row.put("raised_voice", raisedVoice);
        return row;
    }

    private static Map<String, @Nullable Object> stretch(StretchOutcome outcome) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("actor", outcome.call());
        row.put("begin_sample", outcome.stretch().begin());
        row.put("end_sample", outcome.stretch().end());
        row.put("speech_s", Figures.rounded(outcome.speechSeconds()));
        row.put("alerts", outcome.raised());
        row.put("delay_s", Figures.rounded(outcome.delaySeconds()));
        return row;
    }
}
