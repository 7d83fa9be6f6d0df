package io.undertone.udfs.voices;

/**
 * Whether a second voice speaks along: a heuristic. For as long as a window lasts nobody takes over, and all the same the
 * windows are clearly better explained by two voices than by one.
 */
final class Overlaps {
    /** The second voice is heard from this likeness on, … */
    private static final double SECOND = 0.45;

    /** … and the first one suffers from it. */
    private static final double FIRST = 0.75;

    /** Two voices explain so much more than one. */
    private static final double BETTER = 0.07;

    private Overlaps() {}

    static boolean at(LegVoices leg, int cell, int[] path, Evidence evidence) {
        int number = path[cell];
        for (int other = 0; other < path.length; other++) {
            if (other >= cell - Turns.LAG && other <= cell + Turns.LAG && path[other] != number) {
                return false;
            }
        }
        double[] likenesses = new double[evidence.voices()];
        for (int voice = 0; voice < likenesses.length; voice++) {
            likenesses[voice] = evidence.mean(cell, voice + 1);
        }
        return within(leg, number, likenesses);
    }

    /** Whether speech of such likenesses to the leg's voices is of another voice beside the one of {@code number}. */
    static boolean within(LegVoices leg, int number, double[] likenesses) {
        double first = likenesses[number - 1];
        for (int second = 1; first < FIRST && second <= likenesses.length; second++) {
            double likeness = second == number ? 0 : likenesses[second - 1];
            if (likeness >= SECOND) {
                double alike = Embeddings.cosine(leg.voice(number).sum, leg.voice(second).sum);
                if (NewVoices.together(first, likeness, alike) >= first + BETTER) {
                    return true;
                }
            }
        }
        return false;
    }
}
