package io.undertone.local.models;

import io.undertone.local.console.Grid;
import io.undertone.udfs.evaluation.AngerScores;
import io.undertone.udfs.evaluation.Confusion;
import io.undertone.udfs.evaluation.EmotionQuality;
import io.undertone.udfs.evaluation.FalseAlarms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well a model told moods, for people and for programs. */
record EmotionSheet(ModelInUse model, Line line, int recordings, int skipped, EmotionQuality quality) {
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("%s, %s: %d recordings, %d skipped".formatted(model, line, recordings, skipped));
        Confusion confusion = quality.confusion();
        lines.addAll(new Grid()
                .row("UAR", Figures.percent(confusion.unweightedRecall()))
                .row("UAR of moods", Figures.percent(quality.byMood().unweightedRecall()))
                .row("accuracy", Figures.percent(confusion.accuracy()))
                .row("macro F1", Figures.percent(confusion.macroF1()))
                .lines(""));
        lines.addAll(anger());
        lines.addAll(falseAlarms());
        lines.add("");
        lines.addAll(table(confusion));
        return lines;
    }

    Map<String, @Nullable Object> figures() {
        AngerScores anger = quality.anger();
        FalseAlarms alarms = quality.falseAlarms();
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("uar", Figures.rounded(quality.confusion().unweightedRecall()));
        figures.put("uar3", Figures.rounded(quality.byMood().unweightedRecall()));
        figures.put("accuracy", Figures.rounded(quality.confusion().accuracy()));
        figures.put("f1_macro", Figures.rounded(quality.confusion().macroF1()));
        figures.put("labels", quality.confusion().classes());
        figures.put("confusion", quality.confusion().rows());
        figures.put("anger_auc_vs_neutral", anger == null ? null : Figures.rounded(anger.auc()));
        figures.put("anger_recall_at_5pct_fa", anger == null ? null : Figures.rounded(anger.recallAtFivePercent()));
        figures.put("anger_recall_at_1pct_fa", anger == null ? null : Figures.rounded(anger.recallAtOnePercent()));
        figures.put(
                "false_alarm_windows_per_10min_of_neutral",
                alarms == null ? null : Figures.rounded(alarms.perTenMinutes()));
        return figures;
    }

    private List<String> anger() {
        AngerScores anger = quality.anger();
        if (anger == null) {
            return List.of("anger against neutral: not measured, one of them is missing");
        }
        return List.of(
                String.format(Locale.ROOT, "anger against neutral: AUC %.4f", anger.auc()),
                "anger found: %s at 5 %% false alarms, %s at 1 %%"
                        .formatted(
                                Figures.percent(anger.recallAtFivePercent()),
                                Figures.percent(anger.recallAtOnePercent())));
    }

    private List<String> falseAlarms() {
        FalseAlarms alarms = quality.falseAlarms();
        if (alarms == null) {
            return List.of("false alarms: not measured, there is no neutral speech");
        }
        return List.of(String.format(
                Locale.ROOT,
                "false alarms: %d of %d neutral windows at %.2f or more, %.2f in 10 minutes",
                alarms.falseWindows(),
                alarms.windows(),
                alarms.enter(),
                alarms.perTenMinutes()));
    }

    private static List<String> table(Confusion confusion) {
        var table = new Grid();
        List<Object> head = new ArrayList<>(List.of("truth ↓  guess →"));
        head.addAll(confusion.classes());
        table.row(head.toArray());
        for (int i = 0; i < confusion.classes().size(); i++) {
            List<Object> row = new ArrayList<>(List.of(confusion.classes().get(i)));
            row.addAll(confusion.rows().get(i));
            table.row(row.toArray());
        }
        return table.lines("");
    }
}
