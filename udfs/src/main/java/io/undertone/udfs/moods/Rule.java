package io.undertone.udfs.moods;

import io.undertone.udfs.call.Severity;
import java.util.Map;

/**
 * When somebody should know of what is heard of one speaker. A pure state machine: when an alert is raised and when it may be
 * cleared follows from the seconds and positions that it was told of, and from nothing else.
 */
interface Rule {
    /** Part of every alert's id: it never changes. */
    String id();

    /** Higher whenever the rule decides otherwise than before. */
    int version();

    double enter();

    double exit();

    /** Takes in a second. */
    void hear(RuleState state, Reading reading);

    /** Media passed up to {@code at} without a second that the rule was told of. */
    void pass(RuleState state, MoodTrack track, long at);

    /** Whether the second that was heard last raises an alert. */
    boolean raises(RuleState state, Reading reading);

    /** How urgent what was heard last is. */
    Severity severity(RuleState state);

    /** Whether it has been calm for long enough at {@code at}. */
    boolean isCalm(RuleState state, long at);

    /** The score of a speaker as it stands at {@code at}, rounded. */
    double score(MoodTrack track, long at);

    /** The model's classes behind that score by label; empty where no model decides. */
    Map<String, Double> classes(MoodTrack track, long at);

    /** "none" where no model decides. */
    String modelId();

    String modelVersion();

    /** Why an alert is raised, or goes on, with this score. */
    String reason(MoodTrack track, double score);

    /** Why it is cleared. */
    String calmReason(double score);
}
