package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An emotion window and what was made of it. Scores have three decimals. A POJO: it waits in state for the next second of media. */
public class JudgedWindow {
    /** From 1 per leg, without gaps. */
    public int number;
    /** Begin of its first sample and end of its last on the call's timeline; pauses may lie between. */
    public long begin;

    public long end;
    public Role role = Role.UNKNOWN;
    public int voice;
    public @Nullable String speakerId;
    /** Probabilities of the model's own classes, in the order of its card; empty if it did not answer. */
    public List<Double> classes = new ArrayList<>();
    /** Of NEGATIVE, NEUTRAL and POSITIVE, in this order; empty if it did not answer. */
    public List<Double> moods = new ArrayList<>();
    /** The same, smoothed over the speaker's windows up to this one. */
    public List<Double> smoothed = new ArrayList<>();
    /** Of its last second, over the speaker's own baseline; null before there is one. */
    public @Nullable Double loudnessDeltaDb;
    /** Why there are no scores; null if there are. */
    public @Nullable String failure;

    public JudgedWindow() {}
}
