package io.undertone.job.postcall;

/** One record of {@code alert-feedback}, or what was wrong with it. */
public class VerdictRecord extends ToldOnce {
    public String alertId = "";
    public String by = "";
    public long atMicros;
    public String verdict = "";

    public VerdictRecord() {}

    /** No id has a bar in it. */
    @Override
    String name() {
        return alertId + "|" + verdict + "|" + atMicros + "|" + by;
    }
}
