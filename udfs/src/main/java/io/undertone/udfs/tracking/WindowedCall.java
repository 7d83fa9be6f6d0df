package io.undertone.udfs.tracking;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.voices.LikenessState;
import java.util.HashMap;
import java.util.Map;

/** Speech of a call that is gathered for windows. A POJO: keyed state. */
public class WindowedCall {
    public CallFacts facts = new CallFacts();
    /** By leg id. */
    public Map<String, WindowedLeg> legs = new HashMap<>();

    /** Of its two legs. */
    public LikenessState likeness = new LikenessState();
    /** Common speech was compared up to here. */
    public long comparedTo;

    public WindowedCall() {}
}
