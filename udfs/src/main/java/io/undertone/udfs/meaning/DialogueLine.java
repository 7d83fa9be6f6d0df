package io.undertone.udfs.meaning;

import io.undertone.udfs.call.Role;
import org.jspecify.annotations.Nullable;

/** What one utterance said, redacted. A POJO: lines under analysis are in checkpoints. */
public class DialogueLine {
    /** From 1 through the whole dialogue, in the order of time; answers are joined by it. */
    public int number;

    public String legId = "";
    /** Number of the utterance on its leg. */
    public int utterance;

    public Role role = Role.UNKNOWN;
    /** Number of the voice on its leg, from 1; 0 where voices were not compared. */
    public int voice;
    /** Seconds into the call. */
    public double beginS;

    public double endS;
    public String text = "";
    /** Two voices at once, on one leg. */
    public boolean overlap;

    /** Over what is usual for the speaker; null if unknown. */
    public @Nullable Double loudnessDeltaDb;
    /** NEGATIVE, NEUTRAL or POSITIVE as heard, not as said; null if unknown. */
    public @Nullable String mood;

    public DialogueLine() {}

    /** Names who speaks: leg and voice. */
    public String speaker() {
        return legId + "/" + voice;
    }

    double seconds() {
        return Math.max(0, endS - beginS);
    }
}
