package io.undertone.udfs.speech;

import java.util.HashMap;
import java.util.Map;

/** Speech detection's memory of a call. A POJO: keyed state. */
public class SpeechCallState {
    /** By leg id. */
    public Map<String, SpeechLegState> legs = new HashMap<>();

    public SpeechCallState() {}

    /** The leg, silent so far if it is new. */
    public SpeechLegState leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new SpeechLegState());
    }
}
