package io.undertone.udfs.moods;

/** What a rule remembers between seconds. A POJO: keyed state. */
public class RuleState {
    static final long NOT_CALM = -1;

    /** Spoken seconds in a row whose score reached the threshold to enter. */
    public int run;
    /** Those in a row that are urgent. */
    public int urgentRun;
    /** What lies in the run. */
    public Evidence evidence = new Evidence();
    /** Since when the score lets an alert be cleared; {@link #NOT_CALM} while it does not. */
    public long calmSince = NOT_CALM;

    public RuleState() {}

    /**
     * Counts a second towards the run, or ends it.
     *
     * @param begin of what lies behind the score, should a run begin here, and the speech in it
     */
    void run(boolean entered, long begin, long speechSamples, SpokenSecond second) {
        run = entered ? run + 1 : 0;
        if (run == 1) {
            evidence = Evidence.from(begin);
            evidence.add(speechSamples, second.clippedShare);
        } else if (run > 1) {
            evidence.add(second.speechSamples, second.clippedShare);
        }
    }

    /** Whether an alert may be cleared at {@code at}, once it has been calm for so many samples. */
    boolean isCalm(long samples, long at) {
        return calmSince != NOT_CALM && at - calmSince >= samples;
    }
}
