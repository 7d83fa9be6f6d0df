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

    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    /** Samples of the call's timeline. */
    public long begin;

    public long end;
    /** K-weighted, ungated; null below −70 LUFS. */
    public @Nullable Double lufs;

    public double speechProbability;
    public double lostRatio;
    public List<PieceFacts> pieces = new ArrayList<>();

    public UtteranceFacts() {}

    /** Names the utterance within its call. */
    public String name() {
        return legId + "#" + number;
    }
}
