package io.undertone.udfs.speech;

import io.undertone.udfs.loudness.LegMeterState;

/** What is measured on one leg, and where the speech gate has got to in it. A POJO: keyed state. */
public class LevelsLegState {
    public LegMeterState meter = new LegMeterState();
    /** The gate's label is known up to here. */
    public long settledTo;

    public boolean speaking;

    public LevelsLegState() {}
}
