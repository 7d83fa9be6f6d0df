package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallFacts;
import java.util.HashMap;
import java.util.Map;

/** The utterance stage's memory of a call. A POJO: keyed state. */
public class AssemblyCallState {
    public CallFacts facts = new CallFacts();
    /** By leg id. */
    public Map<String, AssemblyLegState> legs = new HashMap<>();

    /** Items handed on so far: the number of the next one. */
    public long items;
    /** Pieces that were sent to be stored so far. */
    public long pieces;
    /** Of these, how many are erased because recording is not allowed any more. */
    public long withdrawn;
    /** Erasures that were ordered so far. */
    public int erasures;

    public AssemblyCallState() {}

    /** The leg, without speech so far if it is new. */
    public AssemblyLegState leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new AssemblyLegState());
    }
}
