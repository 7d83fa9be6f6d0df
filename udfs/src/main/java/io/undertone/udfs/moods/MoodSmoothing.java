package io.undertone.udfs.moods;

/**
 * Smooths a model's classes over media time: α = 1 − exp(−Δt / τ). Speech pulls towards what the model heard in it, everything
 * else back to the prior, more slowly. Moods are sums of classes, so smoothing these smooths them.
 */
final class MoodSmoothing {
    private static final double RATE = 8_000;
    private static final double SPEECH_SECONDS = 2.24;
    private static final double REST_SECONDS = 9.75;

    private final String model;
    private final double[] prior;

    MoodSmoothing(MoodSettings settings) {
        this.model = settings.model();
        this.prior = settings.classes().calm();
    }

    /** {@code speechSamples} that end at {@code to} sounded as {@code raw} says; what lies before them was no speech. */
    void speak(SmoothedMoods moods, double[] raw, int speechSamples, long to) {
        rest(moods, to - speechSamples);
        pull(moods.classes, raw, share(speechSamples, SPEECH_SECONDS));
        moods.at = Math.max(moods.at, to);
        moods.answered = true;
    }

    /** Nothing is known of the time up to {@code to}. */
    void rest(SmoothedMoods moods, long to) {
        if (!moods.model.equals(model)) {
            moods.model = model;
            moods.classes = prior.clone();
            moods.at = to;
            moods.answered = false;
        }
        if (to > moods.at) {
            pull(moods.classes, prior, share(to - moods.at, REST_SECONDS));
            moods.at = to;
        }
    }

    /** What is believed at {@code position} if nothing more is heard until then. */
    double[] at(SmoothedMoods moods, long position) {
        if (!moods.model.equals(model)) {
            return prior.clone();
        }
        double[] classes = moods.classes.clone();
        if (position > moods.at) {
            pull(classes, prior, share(position - moods.at, REST_SECONDS));
        }
        return classes;
    }

    /** Strict, so that another machine decides the same. */
    private static double share(long samples, double seconds) {
        return 1 - StrictMath.exp(-samples / RATE / seconds);
    }

    private static void pull(double[] classes, double[] towards, double share) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] += share * (towards[i] - classes[i]);
        }
    }
}
