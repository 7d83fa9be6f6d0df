package io.undertone.udfs.voices;

/** Finds that a mixed leg has one more voice: two of the last windows agree with each other and with no voice known. */
final class NewVoices {
    /** A voice has a part in a window only from this likeness on. */
    private static final double PART = 0.25;

    private NewVoices() {}

    /** The first voice takes one window: there is nothing it could be mistaken for. */
    static void look(LegVoices leg, HeardWindow heard) {
        if (!heard.teaches) {
            return;
        }
        if (leg.voices.isEmpty()) {
            leg.voices.add(new Voice(heard.embedding));
            return;
        }
        if (leg.voices.size() == VoiceSettings.MOST_VOICES || !isStrange(leg, heard)) {
            return;
        }
        Voice found = new Voice(heard.embedding);
        for (HeardWindow other : leg.recent) {
            if (other != heard
                    && other.teaches
                    && Embeddings.cosine(other.embedding, heard.embedding) >= VoiceSettings.AGREEING
                    && isStrange(leg, other)) {
                found.learn(other.embedding);
            }
        }
        if (found.lessons > 1) {
            leg.voices.add(found);
        }
    }

    private static boolean isStrange(LegVoices leg, HeardWindow window) {
        double[] scores = Evidence.scores(leg, window);
        int best = 0;
        for (int voice = 1; voice < scores.length; voice++) {
            best = scores[voice] > scores[best] ? voice : best;
        }
        return scores[best] < leg.voices.get(best).newBelow(VoiceSettings.NEW_TO_GROWN) && !isExplained(leg, scores);
    }

    private static boolean isExplained(LegVoices leg, double[] scores) {
        for (int a = 0; a < scores.length; a++) {
            for (int b = 0; b < a; b++) {
                double alike = Embeddings.cosine(leg.voices.get(a).sum, leg.voices.get(b).sum);
                if (Math.min(scores[a], scores[b]) >= PART
                        && together(scores[a], scores[b], alike) >= VoiceSettings.EXPLAINED) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Likeness of a window to the best mixture of two voices, 0 if one of them has no part in it: its projection on the
     * plane of the two.
     *
     * @param a likeness to the one
     * @param b likeness to the other
     * @param alike likeness of the two
     */
    static double together(double a, double b, double alike) {
        double apart = 1 - alike * alike;
        double partOfA = a - alike * b;
        double partOfB = b - alike * a;
        boolean both = partOfA > 0 && partOfB > 0 && alike < VoiceSettings.ONE_SPEAKER;
        return both ? Math.sqrt((a * partOfA + b * partOfB) / apart) : 0;
    }
}
