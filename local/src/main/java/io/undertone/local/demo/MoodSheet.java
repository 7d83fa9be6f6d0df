package io.undertone.local.demo;

import io.undertone.local.console.Blocks;
import io.undertone.local.console.Grid;
import io.undertone.local.console.Text;
import io.undertone.local.live.AlertEvent;
import io.undertone.local.live.AlertLine;
import io.undertone.local.live.SpeakerMood;
import io.undertone.local.page.Thresholds;
import io.undertone.local.report.MoodReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How somebody felt in a written call, and which alerts that gave.
 *
 * @param thresholds of rule frustration
 * @param synthetic whether the calls are spoken by machines
 */
record MoodSheet(Thresholds thresholds, boolean synthetic) {
    private static final String FRUSTRATION = "frustration";

    void addTo(Grid figures, MoodReport mood, List<AlertEvent> events) {
        List<String> moods = moods(mood);
        figures.row("mood", moods.isEmpty() ? none(mood) : moods.get(0));
        moods.stream().skip(1).forEach(line -> figures.row("", line));
        String label = "alerts";
        for (String alert : alerts(events)) {
            figures.row(label, alert);
            label = "";
        }
        String why = whyNoFrustration(mood, events);
        if (why != null) {
            figures.row(label, why);
        }
    }

    private static String none(MoodReport mood) {
        return mood.withdrawn().isEmpty()
                ? "no moods were read"
                : "withdrawn: "
                        + mood.withdrawn().entrySet().stream()
                                .map(leg -> leg.getKey() + " " + leg.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static List<String> moods(MoodReport mood) {
        return mood.speakers().stream()
                .filter(speaker -> speaker.windows() > 0)
                .map(MoodSheet::mood)
                .toList();
    }

    private static String mood(SpeakerMood mood) {
        List<@Nullable Double> curve = new ArrayList<>();
        mood.trajectory().forEach(value -> curve.add(value < 0 ? null : value));
        return "%s %s on %s: %d windows, %d failed; highest negative %s at %s, %d switches"
                .formatted(
                        Blocks.spark(curve),
                        mood.role(),
                        mood.legId(),
                        mood.windows(),
                        mood.failed(),
                        Text.score(mood.peakNegative()),
                        Text.clock((long) mood.peakS()),
                        mood.switches());
    }

    /** An episode a line, as it stood in the end; its reason is that of the beginning. */
    private static List<String> alerts(List<AlertEvent> events) {
        Map<String, List<AlertEvent>> episodes = new LinkedHashMap<>();
        events.forEach(event -> episodes.computeIfAbsent(event.alertId(), id -> new ArrayList<>())
                .add(event));
        return episodes.values().stream().map(MoodSheet::episode).toList();
    }

    private static String episode(List<AlertEvent> events) {
        AlertEvent last = events.get(events.size() - 1);
        String until = last.endS() == null ? "open" : Text.clock((long) (double) last.endS());
        return "%s %s–%s: %s"
                .formatted(
                        AlertLine.rule(last), Text.clock((long) last.beginS()), until, AlertLine.reason(events.get(0)));
    }

    private @Nullable String whyNoFrustration(MoodReport mood, List<AlertEvent> events) {
        Double peak = mood.peakNegative();
        boolean raised = events.stream().anyMatch(event -> event.ruleId().equals(FRUSTRATION));
        if (peak == null || raised) {
            return null;
        }
        String how = peak < thresholds.enter() ? "stays below" : "reached, but not for long enough,";
        String why = synthetic ? ": the voices are synthetic, and thresholds are never tuned to them" : "";
        return "no frustration: the highest score %s %s the threshold %s%s"
                .formatted(Text.score(peak), how, Text.score(thresholds.enter()), why);
    }
}
