package io.undertone.udfs.moods;

import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.Severity;
import io.undertone.udfs.call.SpeakerLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of an alert, with all that a supervisor needs to decide by. Scores have three decimals. A POJO. */
public class AlertFacts {
    /** UUIDv5 of alert id, phase and step: a replay repeats it. */
    public String eventId = "";
    /** UUIDv5 of tenant, call, start, leg, rule and episode: the same for all events of an episode. */
    public String alertId = "";

    public AlertPhase phase = AlertPhase.RAISED;
    /** From 0, one higher with every event of an episode. */
    public int step;
    /** From 1 per rule and leg. */
    public int episode;

    public String legId = "";
    public Role role = Role.UNKNOWN;
    public @Nullable String agentId;
    public @Nullable String queueId;
    public Direction direction = Direction.UNKNOWN;

    public String ruleId = "";
    public int ruleVersion;
    public Severity severity = Severity.LOW;
    /** In words, for the person who reads it: no transcript, no address. */
    public String reason = "";
    /** Of rule frustration smoothed P(NEGATIVE), of raised-voice dB over the speaker's baseline. */
    public double score;

    public double peakScore;
    /** Smoothed probabilities of the model's own classes by label; empty where no model decided. */
    public Map<String, Double> classes = new HashMap<>();

    public double enterThreshold;
    public double exitThreshold;
    /** Samples of the call's timeline: where what raised it began. */
    public long beginSample;
    /** What it is decided on ends here. */
    public long decidedSample;
    /** Null until it is cleared. */
    public @Nullable Long endSample;
    /** Speech of the speaker that the decision rests on. */
    public long speechMillis;

    public @Nullable Double loudnessLufs;
    public @Nullable Double loudnessDeltaDb;
    public SpeakerLabel speaker = SpeakerLabel.UNKNOWN;
    public @Nullable String speakerId;
    public @Nullable Double speakerScore;
    /** Shares of the media and speech behind the decision, 0 to 1. */
    public double lostRatio;

    public double clippedRatio;
    /** "none" where no model decided. */
    public String modelId = "";

    public String modelVersion = "";
    public String policyVersion = "";
    /** Uris of the pieces behind the decision, where recording is allowed: one may appear seconds later, or never. */
    public List<String> audio = new ArrayList<>();

    public AlertFacts() {}
}
