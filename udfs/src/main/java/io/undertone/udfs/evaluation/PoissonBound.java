package io.undertone.udfs.evaluation;

/**
 * What a count of rare events says of their rate: the exact upper bound of 95 % (Garwood 1936, one-sided). It is the mean of
 * the Poisson distribution by which so few events, or fewer, have a chance of 5 %; without events that is −ln 0.05, or 3.0.
 */
final class PoissonBound {
    private static final double CHANCE = 0.05;
    /** Halving: a range of some hundreds to 14 digits. */
    private static final int HALVINGS = 60;

    private PoissonBound() {}

    /** The most events that are to be expected on average, if so many were counted. */
    static double upper(int events) {
        double low = events;
        double high = 10 + 2.0 * events;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (chanceOfAtMost(events, middle) > CHANCE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double chanceOfAtMost(int events, double mean) {
        double term = Math.exp(-mean);
        double sum = term;
        for (int i = 1; i <= events; i++) {
            term *= mean / i;
            sum += term;
        }
        return sum;
    }
}
