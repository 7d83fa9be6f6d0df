package io.undertone.udfs.tracking;

import io.undertone.udfs.voices.SpokenState;

/** Speech of a leg that is gathered for windows. A POJO: keyed state. */
public class WindowedLeg {
    public SpokenState spoken = new SpokenState();
    /** Several people speak on it. */
    public boolean shared;

    public WindowedLeg() {}
}
