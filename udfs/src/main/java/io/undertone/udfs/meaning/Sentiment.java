package io.undertone.udfs.meaning;

/** What a line says of how its speaker feels. */
public enum Sentiment {
    POSITIVE(5),
    NEUTRAL(0),
    NEGATIVE(-5);

    private final int score;

    Sentiment(int score) {
        this.score = score;
    }

    /** As it enters means over a call. */
    public int score() {
        return score;
    }
}
