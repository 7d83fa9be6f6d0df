package io.undertone.udfs.loudness;

/** What one second of a leg has had so far. */
public final class SecondTally {
    public long second;
    public LevelTally levels = new LevelTally();
    /** Mean square of the last momentary block that ended in this second; negative for none. */
    public double momentary = -1;

    public SecondTally() {}

    boolean isEmpty() {
        return levels.samples == 0;
    }

    void clear() {
        levels.clear();
        momentary = -1;
    }
}
