package io.undertone.udfs.speech;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A closed utterance as it is handed on. A POJO: it is checkpointed. */
public class UtteranceFacts {
    public String legId = "";
    /** From 1 per leg; a later version of the same number replaces it. */
    public int number;

    /** From 0; each later version of the same number is one higher. */
    public int version;

    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    /** Number of the voice on its leg, from 1; 0 where voices were not compared, or not yet. */
    public int voice;
    /** The enrolled speaker whose voice it is; null if unknown. */
    public @Nullable String speakerId;
    /** Cosine to that speaker's voiceprint. */
    public @Nullable Double speakerScore;
    /** Two voices at once, on one leg. */
    public boolean overlap;
    /** Samples of the call's timeline. */
    public long begin;

    public long end;
    /** K-weighted, ungated; null below −70 LUFS. */
    public @Nullable Double lufs;

    public double speechProbability;
    public double lostRatio;
    public List<PieceFacts> pieces = new ArrayList<>();

    public UtteranceFacts() {}

    /** Whether nothing is left of it, since it was taken back: this version only says so. */
    public boolean isEmpty() {
        return end == begin;
    }

    /** Names the utterance within its call. */
    public String name() {
        return legId + "#" + number;
    }
}
