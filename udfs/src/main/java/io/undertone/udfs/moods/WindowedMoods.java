package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import java.util.HashMap;
import java.util.Map;

/** Speech of a call that is gathered for emotion windows. A POJO: keyed state. */
public class WindowedMoods {
    public CallFacts facts = new CallFacts();
    /** By leg id. */
    public Map<String, LegMoods> legs = new HashMap<>();

    /** Items that were handed on: each has its number. */
    public long items;

    public WindowedMoods() {}

    LegMoods leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new LegMoods());
    }
}
