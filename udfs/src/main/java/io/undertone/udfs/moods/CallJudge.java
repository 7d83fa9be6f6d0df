package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.speech.PieceFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the moods of a call through its items, which come in their order, and says when somebody should know. A function of
 * these items and of what people answer to alerts: there is no clock in it. Positions are 8 kHz samples of the call's timeline.
 */
public final class CallJudge {
    private final MoodSettings settings;

    public CallJudge(MoodSettings settings) {
        this.settings = settings;
    }

    /**
     * The call's facts changed. Once roles turn out to be the wrong way round, or consent is taken back, nothing that was read
     * of anybody's moods in this call is kept.
     *
     * @param emotion whether consent and policy allow the reading of emotions now
     */
    public void know(JudgedCall call, CallFacts facts, boolean emotion, MoodListener out) {
        throw new UnsupportedOperationException("to follow: " + settings);
    }

    /**
     * Takes in a spoken second, and what the model made of the window that ends with it.
     *
     * @param scores of the model's classes; null without a window, and where the model failed
     * @param failure why a window has no scores
     */
    public void hear(
            JudgedCall call,
            SpokenSecond second,
            float @Nullable [] scores,
            @Nullable String failure,
            MoodListener out) {
        throw new UnsupportedOperationException("to follow");
    }

    /** A second of a leg's media passed: that from {@code second} to {@code second + 1} of the call's timeline. */
    public void tick(JudgedCall call, String legId, long second, double lostRatio, MoodListener out) {
        throw new UnsupportedOperationException("to follow");
    }

    /** A piece of a leg's audio was cut. */
    public void piece(JudgedCall call, String legId, PieceFacts piece) {
        throw new UnsupportedOperationException("to follow");
    }

    /** Somebody answered an alert of this call. */
    public void feedback(JudgedCall call, String alertId, Feedback verdict) {
        throw new UnsupportedOperationException("to follow");
    }

    /** Whether an alert is open while the call is on hold: it is cleared once that has lasted {@link #HOLD_MILLIS}. */
    public boolean waitsForHold(JudgedCall call) {
        throw new UnsupportedOperationException("to follow");
    }

    /** How long a hold lasts before it clears an alert. */
    public static final long HOLD_MILLIS = 30_000;

    /** The hold that {@link #waitsForHold} told of has lasted that long, though no media shows it. */
    public void due(JudgedCall call, MoodListener out) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The mood on a leg as it stands. */
    public MoodNow now(JudgedCall call, String legId) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The windows of a leg that were judged since they were last taken; none where they are withdrawn. */
    public List<JudgedWindow> takeWindows(JudgedCall call, String legId) {
        throw new UnsupportedOperationException("to follow");
    }

    /** The call is over: clears open alerts and fills its header. */
    public void finish(JudgedCall call, EndedCallFacts ended, MoodListener out) {
        throw new UnsupportedOperationException("to follow");
    }
}
