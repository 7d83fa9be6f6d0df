package io.undertone.udfs.evaluation;

import io.undertone.udfs.audio.Recording;
import java.util.List;

/** Holds a rule's alerts against what is true of the calls. */
public final class AlertExam {
    /** An alert that is decided so long after a stretch is still about it: its window heard hardly anything else. */
    private static final long GRACE = 2L * Recording.TELEPHONE_HZ;

    private static final double HOUR = 3_600;

    private final String ruleId;

    public AlertExam(String ruleId) {
        this.ruleId = ruleId;
    }

    public AlertQuality mark(List<HeardCall> calls) {
        return new AlertQuality(
                calls.stream().flatMap(call -> stretches(call).stream()).toList(),
                CalmOutcome.sum(calls.stream().map(this::calm).toList()));
    }

    private List<StretchOutcome> stretches(HeardCall heard) {
        return heard.call().angry().stream()
                .map(stretch -> outcome(heard, stretch))
                .toList();
    }

    private StretchOutcome outcome(HeardCall heard, Stretch stretch) {
        SpokenTime speech = heard.speech();
        List<Long> raised =
                heard.raised(ruleId).stream().filter(at -> isAbout(stretch, at)).toList();
        Double delay = raised.isEmpty() ? null : Double.valueOf(speech.seconds(stretch.begin(), raised.get(0)));
        double spoken = speech.seconds(stretch.begin(), stretch.end());
        return new StretchOutcome(heard.call().name(), stretch, spoken, raised.size(), delay);
    }

    private CalmOutcome calm(HeardCall heard) {
        List<Stretch> angry = heard.call().angry();
        SpokenTime speech = heard.speech();
        double seconds = speech.seconds();
        for (Stretch stretch : angry) {
            seconds -= speech.seconds(stretch.begin(), stretch.end());
        }
        long alerts = heard.raised(ruleId).stream()
                .filter(at -> angry.stream().noneMatch(stretch -> isAbout(stretch, at)))
                .count();
        return new CalmOutcome(1, seconds / HOUR, (int) alerts);
    }

    private static boolean isAbout(Stretch stretch, long decidedSample) {
        return stretch.begin() <= decidedSample && decidedSample <= stretch.end() + GRACE;
    }
}
