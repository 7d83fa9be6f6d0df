package io.undertone.udfs.moods;

/**
 * The life of alerts, whatever the rule: raised, updated, cleared. An alert's severity only rises. It is updated when it does, or
 * every {@value #UPDATE_SECONDS} s, at most once in {@value #QUICKEST_UPDATE_SECONDS} s, and never once somebody has answered it.
 * Between two of one speaker and rule lie {@value #PAUSE_SECONDS} s; a call has at most {@value #MOST} by one rule. All of this
 * counts in media time.
 */
final class Episodes {
    static final int MOST = 10;

    private static final int RATE = 8_000;
    private static final int UPDATE_SECONDS = 15;
    private static final int QUICKEST_UPDATE_SECONDS = 5;
    private static final int PAUSE_SECONDS = 30;

    private final AlertWriter writer;

    Episodes(AlertWriter writer) {
        this.writer = writer;
    }

    /** A second was heard. */
    void hear(HeardTrack on, Rule rule, Reading reading, MoodListener out) {
        Watch watch = on.track().watch(rule);
        long at = reading.second().to;
        rule.hear(watch.rule, reading);
        if (watch.open != null) {
            goOn(watch.open, on, rule, reading);
            review(on, rule, at, out);
        } else if (rule.raises(watch.rule, reading) && isAllowed(on.call(), watch, rule, at)) {
            raise(on, rule, at, out);
        }
    }

    /** Media passed up to {@code at}. */
    void pass(HeardTrack on, Rule rule, long at, MoodListener out) {
        rule.pass(on.track().watch(rule).rule, on.track(), at);
        review(on, rule, at, out);
    }

    /** Clears the alert that is open, if there is one, at {@code at} or where it was last told of if that is later. */
    void clear(HeardTrack on, Rule rule, long at, Clearing why, MoodListener out) {
        Watch watch = on.track().watch(rule);
        OpenAlert alert = watch.open;
        if (alert == null) {
            return;
        }
        long end = Math.max(at, alert.eventAt);
        alert.step++;
        out.alert(writer.write(on, rule, alert, AlertPhase.CLEARED, end, why));
        on.call().reach(alert.severity);
        watch.open = null;
        watch.clearedAt = end;
        watch.rule = new RuleState();
    }

    private void review(HeardTrack on, Rule rule, long at, MoodListener out) {
        Watch watch = on.track().watch(rule);
        if (watch.open == null) {
            return;
        }
        if (rule.isCalm(watch.rule, at)) {
            clear(on, rule, at, Clearing.CALM, out);
        } else if (isWorthTelling(on.call(), watch.open, at)) {
            tell(on, rule, watch.open, AlertPhase.UPDATED, at, out);
            watch.open.updatedAt = at;
        }
    }

    private static void goOn(OpenAlert alert, HeardTrack on, Rule rule, Reading reading) {
        SpokenSecond second = reading.second();
        alert.evidence.add(second.speechSamples, second.clippedShare);
        alert.evidence.reach(rule.score(on.track(), second.to));
        alert.rise(rule.severity(on.track().watch(rule).rule));
    }

    private static boolean isWorthTelling(JudgedCall call, OpenAlert alert, long at) {
        boolean isNews = alert.severity != alert.told || at - alert.eventAt >= UPDATE_SECONDS * RATE;
        boolean isWanted = !alert.answered && !call.muted;
        return isNews && isWanted && at - alert.updatedAt >= QUICKEST_UPDATE_SECONDS * RATE;
    }

    private static boolean isAllowed(JudgedCall call, Watch watch, Rule rule, long at) {
        return !call.muted
                && call.episodes.getOrDefault(rule.id(), 0) < MOST
                && at - watch.clearedAt >= PAUSE_SECONDS * RATE
                && !Holds.cover(call, at);
    }

    private void raise(HeardTrack on, Rule rule, long at, MoodListener out) {
        Watch watch = on.track().watch(rule);
        JudgedCall call = on.call();
        var alert = new OpenAlert();
        alert.episode = on.leg().episodes.merge(rule.id(), 1, Integer::sum);
        alert.alertId = AlertIds.alert(call.id, on.legId(), rule.id(), alert.episode);
        alert.evidence = watch.rule.evidence.copy();
        alert.severity = rule.severity(watch.rule);
        alert.raisedAt = at;
        alert.step = -1; // the RAISED becomes 0
        watch.open = alert;
        call.count(rule.id(), alert.evidence.begin);
        tell(on, rule, alert, AlertPhase.RAISED, at, out);
    }

    private void tell(HeardTrack on, Rule rule, OpenAlert alert, AlertPhase phase, long at, MoodListener out) {
        alert.step++;
        alert.eventAt = at;
        alert.told = alert.severity;
        out.alert(writer.write(on, rule, alert, phase, at, null));
    }
}
