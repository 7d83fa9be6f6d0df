package io.undertone.local.models;

import io.undertone.local.console.Grid;
import io.undertone.local.console.Text;
import io.undertone.udfs.inference.Answer;
import io.undertone.udfs.inference.StatelessModel;
import io.undertone.udfs.inference.Window;
import io.undertone.udfs.model.ModelCard;
import io.undertone.udfs.model.Mood;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a model heard in a recording: a line for each window. */
final class MoodSheet {
    private MoodSheet() {}

    static List<String> of(ModelCard card, List<Window> windows, List<Answer> answers) {
        var sheet = new Grid().row("from", "to", "label", "score", "mood", "score");
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            row(sheet, card, clock(window.from()), clock(window.from() + window.count()), answers.get(i));
        }
        return sheet.lines("");
    }

    private static void row(Grid sheet, ModelCard card, String from, String to, Answer answer) {
        if (answer instanceof Answer.Scored scored) {
            var label = likeliest(labels(card, scored.values()));
            Map.Entry<Mood, Double> mood = likeliest(card.moods(scored.values()));
            sheet.row(from, to, label.getKey(), score(label.getValue()), mood.getKey(), score(mood.getValue()));
        } else if (answer instanceof Answer.Failed failed) {
            sheet.row(from, to, failed.failure() + ": " + failed.detail());
        }
    }

    private static Map<String, Double> labels(ModelCard card, float[] probabilities) {
        var labels = new TreeMap<String, Double>();
        for (int i = 0; i < probabilities.length; i++) {
            labels.put(card.labels().get(i), (double) probabilities[i]);
        }
        return labels;
    }

    private static <K> Map.Entry<K, Double> likeliest(Map<K, Double> scores) {
        return scores.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow();
    }

    private static String score(double probability) {
        return String.format(Locale.ROOT, "%.3f", probability);
    }

    private static String clock(int samples) {
        int tenths = samples * 10 / StatelessModel.SAMPLE_RATE_HZ;
        return "%s.%d".formatted(Text.clock(tenths / 10), tenths % 10);
    }
}
