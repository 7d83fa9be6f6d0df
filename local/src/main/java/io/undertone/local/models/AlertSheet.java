package io.undertone.local.models;

import io.undertone.local.console.Grid;
import io.undertone.udfs.evaluation.AlertQuality;
import io.undertone.udfs.evaluation.CalmOutcome;
import io.undertone.udfs.evaluation.HeardCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether somebody was told in time, and how often for nothing, for people. */
record AlertSheet(ModelInUse model, long seed, double customerMinutes, AlertResults results) {
    private static final int MINUTES = 60;

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "%s, and models like it that have not heard whom they judge; calls of seed %d".formatted(model, seed));
        lines.addAll(actors());
        lines.addAll(totals());
        lines.addAll(otherOrders());
        lines.add("");
        lines.addAll(falseAlerts());
        lines.add(thousandCalls());
        return lines;
    }

    private List<String> actors() {
        var grid = new Grid().row("actor", "angry stretches", "alerted", "delays, s of speech");
        for (HeardCall call : results.acted()) {
            AlertQuality quality = AlertResults.FRUSTRATION.mark(List.of(call));
            String delays = quality.stretches().stream()
                    .map(stretch -> number(stretch.delaySeconds()))
                    .collect(Collectors.joining("  "));
            grid.row(call.call().name(), quality.stretches().size(), quality.alerted(), delays);
        }
        return grid.lines("");
    }

    private List<String> totals() {
        AlertQuality quality = results.frustration();
        return List.of(
                "alerted: %d of %d angry stretches, %s"
                        .formatted(quality.alerted(), quality.stretches().size(), Figures.percent(quality.detection())),
                "delay: median %s s of speech, nine in ten within %s s"
                        .formatted(number(quality.medianDelaySeconds()), number(quality.longDelaySeconds())),
                "alerts of one stretch and rule: at most %d".formatted(results.mostRaised()));
    }

    private List<String> otherOrders() {
        List<AlertQuality> others = results.reordered().values().stream()
                .map(AlertResults.FRUSTRATION::mark)
                .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        String alerted =
                others.stream().map(order -> String.valueOf(order.alerted())).collect(Collectors.joining(" "));
        String delays =
                others.stream().map(order -> number(order.medianDelaySeconds())).collect(Collectors.joining(" "));
        int calm = others.stream().mapToInt(order -> order.calm().alerts()).sum();
        return List.of("the same clips in %d other orders: alerted %s, median delays %s, false alerts %d"
                .formatted(others.size(), alerted, delays, calm));
    }

    private List<String> falseAlerts() {
        var grid = new Grid()
                .row("false alerts", "calls", "speech", "frustration", "in an hour", "at most (95 %)", "raised-voice");
        for (AlertMaterial material : AlertMaterial.values()) {
            CalmOutcome outcome = results.calm(AlertResults.FRUSTRATION, material);
            if (outcome.calls() > 0) {
                int raised = results.calm(AlertResults.RAISED_VOICE, material).alerts();
                row(grid, material.toString(), outcome, raised);
            }
        }
        CalmOutcome calm = results.allCalm(AlertResults.FRUSTRATION);
        row(
                grid,
                "all but happy",
                calm,
                results.allCalm(AlertResults.RAISED_VOICE).alerts());
        return grid.lines("");
    }

    private static void row(Grid grid, String name, CalmOutcome outcome, int raisedVoice) {
        grid.row(
                name,
                outcome.calls(),
                String.format(Locale.ROOT, "%.1f min", outcome.speechHours() * MINUTES),
                outcome.alerts(),
                number(outcome.perHour()),
                number(outcome.atMostPerHour()),
                raisedVoice);
    }

    private String thousandCalls() {
        Double most = results.allCalm(AlertResults.FRUSTRATION).atMostInThousandCalls(customerMinutes);
        if (most == null) {
            return "Nobody spoke who was not angry: nothing can be said of false alerts.";
        }
        return String.format(
                Locale.ROOT,
                "1,000 calls like these, in each of which a customer speaks for %.1f min: at most %.0f false alerts (95 %%)."
                        + " So little speech shows no less.",
                customerMinutes,
                most);
    }

    private static String number(@Nullable Double number) {
        return number == null ? "none" : String.format(Locale.ROOT, "%.2f", number);
    }
}
