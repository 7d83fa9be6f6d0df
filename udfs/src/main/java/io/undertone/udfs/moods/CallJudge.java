package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.call.Withdrawal;
import io.undertone.udfs.speech.PieceFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows the moods of a call through its items, which come in their order, and says when somebody should know. A function of
 * these items and of what people answer to alerts: there is no clock in it. Positions are 8 kHz samples of the call's timeline.
 */
public final class CallJudge {
    /** How long a hold lasts before it clears an alert. */
    public static final long HOLD_MILLIS = Holds.MILLIS;

    private static final long SECOND = 8_000;

    private final EmotionClasses classes;
    private final MoodSmoothing smoothing;
    private final SecondReader reader;
    private final CallAlerts alerts;

    public CallJudge(MoodSettings settings) {
        this.classes = settings.classes();
        this.smoothing = new MoodSmoothing(settings);
        this.reader = new SecondReader(classes, smoothing);
        this.alerts = new CallAlerts(
                List.of(new FrustrationRule(settings, smoothing), new RaisedVoiceRule(settings.raisedVoice())),
                new Episodes(new AlertWriter(settings.policyVersion())));
    }

    /**
     * The call's facts changed. Once roles turn out to be the wrong way round, or consent is taken back, nothing that was read
     * of anybody's moods in this call is kept.
     *
     * @param emotion whether consent and policy allow the reading of emotions now
     */
    public void know(JudgedCall call, CallFacts facts, boolean emotion, MoodListener out) {
        boolean takenBack = call.emotion && !emotion;
        call.facts = facts;
        call.emotion = emotion;
        if (facts.roleMismatch != null) {
            withdraw(call, Withdrawal.ROLE_MISMATCH, out);
        } else if (takenBack) {
            withdraw(call, Withdrawal.CONSENT, out);
        }
        alerts.settleHold(call, out);
    }

    /**
     * Takes in a spoken second, and what the model made of the window that ends with it.
     *
     * @param scores of the model's classes; null where it failed
     * @param failure why there are none; null where there are
     */
    public void hear(
            JudgedCall call,
            SpokenSecond second,
            float @Nullable [] scores,
            @Nullable String failure,
            MoodListener out) {
        JudgedLeg leg = call.leg(second.legId);
        leg.hear(second, scores != null, failure != null);
        if (!call.emotion) {
            withdraw(call, Withdrawal.CONSENT, out); // it was cut before anybody refused
        }
        if (call.withdrawn != null) {
            return;
        }
        call.hearTo(second.to);
        alerts.settleHold(call, out);
        var on = new HeardTrack(call, second.legId, leg, leg.hearing(second.role));
        alerts.hear(on, reader.read(leg, on.track(), second, scores, failure), out);
    }

    /** A second of a leg's media passed: that from {@code second} to {@code second + 1} of the call's timeline. */
    public void tick(JudgedCall call, String legId, long second, double lostRatio, MoodListener out) {
        long at = (second + 1) * SECOND;
        call.leg(legId).lose(lostRatio);
        call.hearTo(at);
        alerts.settleHold(call, out);
        alerts.pass(call, legId, at, out);
    }

    /** A piece of a leg's audio was cut. */
    public void piece(JudgedCall call, String legId, PieceFacts piece) {
        call.leg(legId).keep(piece);
    }

    /** What was said on a leg from a position on is taken back: no alert names its audio any more. */
    public void recall(JudgedCall call, Recall recall) {
        call.leg(recall.legId).pieces.removeIf(piece -> piece.end > recall.from);
    }

    /** Somebody answered an alert of this call; one that is over stays as it is, but the call may be muted by it. */
    public void feedback(JudgedCall call, String alertId, Feedback verdict) {
        call.muted |= verdict == Feedback.MUTED_CALL;
        alerts.answer(call, alertId);
    }

    /** Whether an alert is open while the call is on hold: it is cleared once that has lasted {@link #HOLD_MILLIS}. */
    public boolean waitsForHold(JudgedCall call) {
        return Holds.isOpen(call) && alerts.anyOpen(call);
    }

    /** The hold that {@link #waitsForHold} told of has lasted that long, though no media shows it. */
    public void due(JudgedCall call, MoodListener out) {
        if (waitsForHold(call)) {
            alerts.clearAll(call, Holds.due(call), Clearing.ON_HOLD, out);
        }
    }

    /** The mood on a leg as it stands. */
    public MoodNow now(JudgedCall call, String legId) {
        JudgedLeg leg = call.leg(legId);
        MoodTrack track = leg.lastTrack();
        if (track == null) {
            return new MoodNow(leg.isRead() ? EmotionState.WITHDRAWN : EmotionState.NONE, null, null);
        }
        double[] moods = classes.moodsOf(smoothing.at(track.smoothed, call.heardTo));
        return new MoodNow(
                EmotionState.READ, track.smoothed.answered ? Rounded.scores(moods) : null, track.loudness.deltaDb);
    }

    /** Whether windows of a leg were judged since they were last taken. */
    public boolean hasWindows(JudgedCall call, String legId) {
        return !call.leg(legId).untaken.isEmpty();
    }

    /** The windows of a leg that were judged since they were last taken; none where they are withdrawn. */
    public List<JudgedWindow> takeWindows(JudgedCall call, String legId) {
        JudgedLeg leg = call.leg(legId);
        List<JudgedWindow> taken = leg.untaken;
        leg.untaken = new ArrayList<>();
        return taken;
    }

    /** The call is over: clears open alerts and fills its header. */
    public void finish(JudgedCall call, EndedCallFacts ended, MoodListener out) {
        call.hearTo(ended.durationSamples);
        alerts.settleHold(call, out);
        alerts.clearAll(call, ended.durationSamples, Clearing.CALL_ENDED, out);
        CallMoods.write(call, ended);
    }

    private void withdraw(JudgedCall call, Withdrawal why, MoodListener out) {
        if (call.withdrawn == null) {
            alerts.clearAll(call, call.heardTo, Clearing.of(why), out);
            call.withdrawn = why;
            call.legs.values().forEach(JudgedLeg::forget);
        }
    }
}
