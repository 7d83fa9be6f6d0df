package io.undertone.local.models;

import io.undertone.local.console.Grid;
import io.undertone.udfs.evaluation.Comparison;
import io.undertone.udfs.evaluation.SpeakerQuality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How well a model told voices apart, for people and for programs. */
record SpeakerSheet(
        ModelInUse model, Line line, Comparison comparison, List<Sample> samples, int skipped, SpeakerQuality quality) {
    List<String> lines() {
        long speakers = samples.stream().map(Sample::truth).distinct().count();
        var lines = new ArrayList<String>();
        lines.add("%s, %s: %d recordings of %d speakers, %d skipped"
                .formatted(model, line, samples.size(), speakers, skipped));
        var rates = new Grid().row("equal error rate", "");
        if (comparison == Comparison.RECORDINGS) {
            rates.row("  whole recordings", Figures.percent(quality.eerWhole()));
            rates.row("  3 s of each", Figures.percent(quality.eerThreeSeconds()));
        } else {
            rates.row("  halves of recordings", Figures.percent(quality.eerHalves()));
            rates.row("  pieces of 3 s", Figures.percent(quality.eerThreeSeconds()));
        }
        lines.addAll(rates.lines(""));
        lines.add("pairs of 3 s   %d, %d of them of one speaker".formatted(quality.pairs(), quality.samePairs()));
        if (comparison == Comparison.STRETCHES) {
            lines.add("No speaker has two recordings: pairs of one speaker are of one recording, which is optimistic.");
        }
        return lines;
    }

    Map<String, @Nullable Object> figures() {
        var figures = new LinkedHashMap<String, @Nullable Object>();
        figures.put("eer_whole", Figures.rounded(quality.eerWhole()));
        figures.put("eer_3s", Figures.rounded(quality.eerThreeSeconds()));
        figures.put("eer_halves", Figures.rounded(quality.eerHalves()));
        figures.put("pairs", quality.pairs());
        return figures;
    }
}
