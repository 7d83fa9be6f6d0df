package io.undertone.job.postcall;

import io.undertone.schema.Utterance;
import io.undertone.udfs.moods.UtteranceMood;
import io.undertone.udfs.moods.WindowFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Gives utterances the mood of their speaker's windows. */
final class UtteranceMoods {
    private final Speakers speakers;
    private final Map<String, List<WindowFacts>> byLeg;

    UtteranceMoods(Speakers speakers, List<WindowFacts> windows) {
        this.speakers = speakers;
        this.byLeg = windows.stream()
                .collect(Collectors.groupingBy(window -> window.legId, HashMap::new, Collectors.toList()));
    }

    void describe(Utterance.Builder row, UtteranceFacts utterance) {
        List<WindowFacts> windows = byLeg.getOrDefault(utterance.legId, List.of()).stream()
                .filter(window -> speakers.isOneOf(window, utterance))
                .toList();
        double[] moods = UtteranceMood.of(utterance.begin, utterance.end, windows);
        if (moods != null) {
            row.setMood(UtteranceMood.likeliest(moods).name())
                    .setMoodNegative(moods[UtteranceMood.NEGATIVE])
                    .setMoodNeutral(moods[UtteranceMood.NEUTRAL])
                    .setMoodPositive(moods[UtteranceMood.POSITIVE]);
        }
    }
}
