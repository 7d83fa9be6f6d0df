package io.undertone.udfs.moods;

import io.undertone.udfs.call.Severity;

/** An alert between RAISED and CLEARED. A POJO: keyed state. */
public class OpenAlert {
    public String alertId = "";
    public int episode;
    /** Of the last event. */
    public int step;
    /** The highest so far. */
    public Severity severity = Severity.LOW;
    /** The one that the last event told. */
    public Severity told = Severity.LOW;

    public Evidence evidence = new Evidence();
    public long raisedAt;
    /** Where the last event was decided. */
    public long eventAt;
    /** Where the last UPDATED was decided. */
    public long updatedAt = Watch.NEVER;
    /** Somebody knows of it. */
    public boolean answered;

    public OpenAlert() {}

    void rise(Severity to) {
        severity = to.compareTo(severity) > 0 ? to : severity;
    }
}
