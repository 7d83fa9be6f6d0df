package io.undertone.udfs.moods;

import io.undertone.udfs.call.Severity;
import java.util.Map;

/** Somebody speaks much louder than usual. It takes no emotion model: its score is in dB over the speaker's own baseline. */
final class RaisedVoiceRule implements Rule {
    static final String ID = "raised-voice";

    private static final int LOUD_SECONDS = 3;
    private static final long CALM = 5 * 8_000;

    private final LoudnessThresholds thresholds;

    RaisedVoiceRule(LoudnessThresholds thresholds) {
        this.thresholds = thresholds;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public double enter() {
        return thresholds.enter();
    }

    @Override
    public double exit() {
        return thresholds.exit();
    }

    @Override
    public void hear(RuleState state, Reading reading) {
        Double delta = reading.deltaDb();
        if (delta == null) {
            return;
        }
        SpokenSecond second = reading.second();
        state.run(delta >= thresholds.enter(), second.from, second.speechSamples, second);
        state.evidence.reach(delta);
        if (delta >= thresholds.exit()) {
            state.calmSince = second.to;
        }
    }

    @Override
    public void pass(RuleState state, MoodTrack track, long at) {
        // Only speech is loud or not.
    }

    @Override
    public boolean raises(RuleState state, Reading reading) {
        return reading.deltaDb() != null && state.run >= LOUD_SECONDS;
    }

    @Override
    public Severity severity(RuleState state) {
        return Severity.LOW;
    }

    @Override
    public boolean isCalm(RuleState state, long at) {
        return state.isCalm(CALM, at);
    }

    @Override
    public double score(MoodTrack track, long at) {
        return track.loudness.deltaDb == null ? 0 : track.loudness.deltaDb;
    }

    @Override
    public Map<String, Double> classes(MoodTrack track, long at) {
        return Map.of();
    }

    @Override
    public String modelId() {
        return "none";
    }

    @Override
    public String modelVersion() {
        return "";
    }

    @Override
    public String reason(MoodTrack track, double score) {
        return "%s, threshold %s".formatted(Words.loudness(score), Words.decibels(thresholds.enter()));
    }

    @Override
    public String calmReason(double score) {
        return "no speech %s over usual for 5 s".formatted(Words.decibels(thresholds.exit()));
    }
}
