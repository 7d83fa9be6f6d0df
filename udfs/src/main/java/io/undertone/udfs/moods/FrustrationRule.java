package io.undertone.udfs.moods;

import io.undertone.udfs.call.Severity;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody sounds frustrated: the smoothed probability of a negative mood is high and stays so. */
final class FrustrationRule implements Rule {
    static final String ID = "frustration";

    private static final int RATE = 8_000;
    /** This second and the one before: at the end of either it had entered, so it has lasted the second between. */
    private static final int ENTERED_SECONDS = 2;
    /** Likewise for 2 s. */
    private static final int URGENT_SECONDS = 3;

    private static final long LEAST_SPEECH = 4 * RATE;
    private static final double MOST_LOST = 0.2;
    private static final double LOUD_DB = 6;
    private static final long CALM = 5 * RATE;

    private final MoodSettings settings;
    private final MoodSmoothing smoothing;

    FrustrationRule(MoodSettings settings, MoodSmoothing smoothing) {
        this.settings = settings;
        this.smoothing = smoothing;
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
        return settings.frustration().enter();
    }

    @Override
    public double exit() {
        return settings.frustration().exit();
    }

    @Override
    public void hear(RuleState state, Reading reading) {
        Double score = reading.negative();
        if (score == null) {
            return;
        }
        SpokenSecond second = reading.second();
        boolean entered = score >= enter();
        boolean urgent = score >= settings.frustration().high() || (entered && isLoud(reading.deltaDb()));
        state.run(entered, second.windowFrom, second.windowSamples, second);
        state.urgentRun = urgent ? state.urgentRun + 1 : 0;
        state.evidence.reach(score);
        settle(state, score, second.to);
    }

    @Override
    public void pass(RuleState state, MoodTrack track, long at) {
        settle(state, score(track, at), at);
    }

    @Override
    public boolean raises(RuleState state, Reading reading) {
        return reading.negative() != null
                && state.run >= ENTERED_SECONDS
                && reading.speechSamples() >= LEAST_SPEECH
                && reading.lostRatio() < MOST_LOST;
    }

    @Override
    public Severity severity(RuleState state) {
        return state.urgentRun >= URGENT_SECONDS ? Severity.HIGH : Severity.MEDIUM;
    }

    @Override
    public boolean isCalm(RuleState state, long at) {
        return state.isCalm(CALM, at);
    }

    @Override
    public double score(MoodTrack track, long at) {
        return Rounded.score(settings.classes().negative(smoothing.at(track.smoothed, at)));
    }

    @Override
    public Map<String, Double> classes(MoodTrack track, long at) {
        return settings.classes().named(smoothing.at(track.smoothed, at));
    }

    @Override
    public String modelId() {
        return settings.modelId();
    }

    @Override
    public String modelVersion() {
        return settings.modelVersion();
    }

    @Override
    public String reason(MoodTrack track, double score) {
        String negative = String.format(Locale.ROOT, "negative %.2f, threshold %.2f", score, enter());
        Double delta = track.loudness.deltaDb;
        return delta == null ? negative : negative + ", " + Words.loudness(delta);
    }

    @Override
    public String calmReason(double score) {
        return String.format(Locale.ROOT, "negative %.2f, for 5 s not over %.2f", score, exit());
    }

    /** A second may come after media that lies behind it: what it shows held from its own end on. */
    private void settle(RuleState state, double score, long at) {
        if (score > exit()) {
            state.calmSince = RuleState.NOT_CALM;
        } else if (state.calmSince == RuleState.NOT_CALM || at < state.calmSince) {
            state.calmSince = at;
        }
    }

    private static boolean isLoud(@Nullable Double deltaDb) {
        return deltaDb != null && deltaDb >= LOUD_DB;
    }
}
