package io.undertone.udfs.moods;

import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes spoken seconds, and what the model made of them, into the track of whoever said them. */
final class SecondReader {
    private final EmotionClasses classes;
    private final MoodSmoothing smoothing;

    SecondReader(EmotionClasses classes, MoodSmoothing smoothing) {
        this.classes = classes;
        this.smoothing = smoothing;
    }

    /** What the rules are told of a second; the window that ends with it waits to be taken. */
    Reading read(
            JudgedLeg leg, MoodTrack track, SpokenSecond second, float @Nullable [] scores, @Nullable String failure) {
        name(track, second);
        track.speechSamples += second.speechSamples;
        Double delta = track.loudness.hear(second.lufs);
        double[] raw = scores == null ? null : rounded(scores);
        if (raw == null) {
            smoothing.rest(track.smoothed, second.to);
        } else {
            smoothing.speak(track.smoothed, raw, second.speechSamples, second.to);
        }
        List<Double> smoothed = Rounded.scores(classes.moodsOf(track.smoothed.classes));
        JudgedWindow window = window(second, raw, failure);
        window.smoothed = smoothed;
        window.loudnessDeltaDb = delta;
        leg.untaken.add(window);
        count(track.tally, window);
        Double negative = raw == null ? null : smoothed.get(EmotionClasses.place(Mood.NEGATIVE));
        return new Reading(second, negative, delta, track.speechSamples, leg.lostRatio());
    }

    private static void name(MoodTrack track, SpokenSecond second) {
        track.roleSource = second.roleSource;
        track.speaker = second.speaker;
        track.speakerId = second.speakerId;
        track.speakerScore = second.speakerScore;
    }

    private JudgedWindow window(SpokenSecond second, double @Nullable [] raw, @Nullable String failure) {
        var window = new JudgedWindow();
        window.number = second.window;
        window.begin = second.windowFrom;
        window.end = second.to;
        window.role = second.role;
        window.voice = second.voice;
        window.speakerId = second.speakerId;
        window.classes = raw == null ? new ArrayList<>() : Rounded.scores(raw);
        window.moods = raw == null ? new ArrayList<>() : Rounded.scores(classes.moodsOf(raw));
        window.failure = failure;
        return window;
    }

    private static void count(MoodTally tally, JudgedWindow window) {
        if (window.moods.isEmpty()) {
            tally.fail();
        } else {
            tally.count(window.moods, window.smoothed, window.end);
        }
    }

    private double[] rounded(float[] scores) {
        if (scores.length != classes.count()) {
            throw new IllegalArgumentException(
                    "need a score for each of %s, got %d".formatted(classes.labels(), scores.length));
        }
        double[] rounded = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            rounded[i] = Rounded.score(scores[i]);
        }
        return rounded;
    }
}
