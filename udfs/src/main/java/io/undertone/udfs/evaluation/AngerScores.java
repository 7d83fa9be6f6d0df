package io.undertone.udfs.evaluation;

/**
 * How well P(NEGATIVE) tells anger from neutral speech.
 *
 * @param auc area under the ROC curve
 * @param recallAtFivePercent of anger, where 5 % of neutral recordings raise a false alarm
 * @param recallAtOnePercent where 1 % do
 */
public record AngerScores(double auc, double recallAtFivePercent, double recallAtOnePercent) {
    static AngerScores of(double[] angry, double[] neutral) {
        return new AngerScores(
                Separation.rocArea(angry, neutral),
                Separation.recallAt(0.05, angry, neutral),
                Separation.recallAt(0.01, angry, neutral));
    }
}
