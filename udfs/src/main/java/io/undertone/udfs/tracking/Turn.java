package io.undertone.udfs.tracking;

/** From where on which voice speaks on a leg. A POJO: keyed state. */
public class Turn {
    /** Samples of the call's timeline. */
    public long from;
    /** From 1; 0 for nobody known. */
    public int voice;
    /** Two voices at once. */
    public boolean overlap;

    public Turn() {}

    public Turn(long from, int voice, boolean overlap) {
        this.from = from;
        this.voice = voice;
        this.overlap = overlap;
    }

    boolean soundsLike(Turn other) {
        return voice == other.voice && overlap == other.overlap;
    }
}
