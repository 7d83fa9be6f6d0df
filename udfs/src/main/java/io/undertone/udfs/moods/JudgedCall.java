package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.call.Withdrawal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the moods in one part of a call. Bounded like the legs of its facts. A POJO: keyed state. */
public class JudgedCall {
    /** Which call: the ids of its alerts come from it. */
    public CallId id = new CallId();

    public CallFacts facts = new CallFacts();
    /** Consent to reading emotions stands. */
    public boolean emotion;

    public @Nullable Withdrawal withdrawn;
    /** Somebody wants no more alerts of this call. */
    public boolean muted;
    /** End of the last media that the judge was told of, on any leg; samples of the timeline. */
    public long heardTo;
    /** Number of episodes by rule, on all legs. */
    public Map<String, Integer> episodes = new HashMap<>();
    /** Of those that are over. */
    public @Nullable Severity highestSeverity;
    /** Where the first of all began. */
    public @Nullable Long firstAlertSample;
    /** By leg id. */
    public Map<String, JudgedLeg> legs = new HashMap<>();

    public JudgedCall() {}

    public JudgedCall(CallId id) {
        this.id = id;
    }

    /** Media was heard up to {@code position}. */
    void hearTo(long position) {
        heardTo = Math.max(heardTo, position);
    }

    /** Counts an episode of a rule that began there. */
    void count(String ruleId, long begin) {
        episodes.merge(ruleId, 1, Integer::sum);
        firstAlertSample = firstAlertSample == null ? begin : Math.min(firstAlertSample, begin);
    }

    /** An episode was as urgent as this. */
    void reach(Severity severity) {
        boolean isHigher = highestSeverity == null || severity.compareTo(highestSeverity) > 0;
        highestSeverity = isHigher ? severity : highestSeverity;
    }

    JudgedLeg leg(String legId) {
        return legs.computeIfAbsent(legId, any -> new JudgedLeg());
    }
}
