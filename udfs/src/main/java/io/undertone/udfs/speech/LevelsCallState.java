package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallFacts;
import java.util.HashMap;
import java.util.Map;

/** The loudness stage's memory of a call. A POJO: keyed state. */
public class LevelsCallState {
    public CallFacts facts = new CallFacts();
    /** By leg id. */
    public Map<String, LevelsLegState> legs = new HashMap<>();

    public LevelsCallState() {}

    /** The leg, unmeasured so far if it is new. */
    public LevelsLegState leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new LevelsLegState());
    }
}
