package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judged window as the live leg handed it on. A POJO: it is checkpointed until its call is over. Scores have three decimals. */
public class WindowFacts {
    public String legId = "";
    /** From 1 per leg, without gaps. */
    public int number;
    /** Begin of its first sample and end of its last on the call's timeline; pauses may lie between. */
    public long begin;

    public long end;
    /** As known when it was judged. */
    public Role role = Role.UNKNOWN;
    /** Number of the voice on its leg, from 1; 0 where voices were not compared. */
    public int voice;

    public @Nullable String speakerId;
    /** Probabilities by the model's own labels; empty if it did not answer. */
    public Map<String, Double> classes = new HashMap<>();
    /** Of NEGATIVE, NEUTRAL and POSITIVE, in this order; empty if the model did not answer. */
    public double[] moods = {};
    /** The same, smoothed over the speaker's windows up to this one; never empty. */
    public double[] smoothed = {};

    public @Nullable Double loudnessDeltaDb;
    public @Nullable String failure;
    /** Id and version of the model. */
    public @Nullable String model;

    public WindowFacts() {}

    /** Names the window within its call. No utterance is named so: their names end in # and a number. */
    public String name() {
        return legId + "@" + number;
    }
}
