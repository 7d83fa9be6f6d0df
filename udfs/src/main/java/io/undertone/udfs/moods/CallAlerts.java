package io.undertone.udfs.moods;

import java.util.List;
import java.util.TreeMap;

/** All rules on all who are heard in a call: legs in the order of their ids, so that a restored state decides the same. */
final class CallAlerts {
    private final List<Rule> rules;
    private final Episodes episodes;

    CallAlerts(List<Rule> rules, Episodes episodes) {
        this.rules = rules;
        this.episodes = episodes;
    }

    /** Somebody was heard for a second. */
    void hear(HeardTrack on, Reading reading, MoodListener out) {
        rules.forEach(rule -> episodes.hear(on, rule, reading, out));
    }

    /** A leg's media passed up to {@code at}. */
    void pass(JudgedCall call, String legId, long at, MoodListener out) {
        JudgedLeg leg = call.leg(legId);
        for (MoodTrack track : leg.tracks) {
            var on = new HeardTrack(call, legId, leg, track);
            rules.forEach(rule -> episodes.pass(on, rule, at, out));
        }
    }

    boolean anyOpen(JudgedCall call) {
        boolean[] found = new boolean[1];
        forEachOpen(call, (on, rule, alert) -> found[0] = true);
        return found[0];
    }

    /** Somebody knows of this alert. */
    void answer(JudgedCall call, String alertId) {
        forEachOpen(call, (on, rule, alert) -> alert.answered |= alert.alertId.equals(alertId));
    }

    void clearAll(JudgedCall call, long at, Clearing why, MoodListener out) {
        forEachOpen(call, (on, rule, alert) -> episodes.clear(on, rule, at, why, out));
    }

    /** Clears what a hold ends that is known by now to have lasted long enough. */
    void settleHold(JudgedCall call, MoodListener out) {
        if (!Holds.hasLasted(call)) {
            return;
        }
        forEachOpen(call, (on, rule, alert) -> {
            if (Holds.cover(call, alert.raisedAt)) {
                episodes.clear(on, rule, Holds.due(call), Clearing.ON_HOLD, out);
            }
        });
    }

    private void forEachOpen(JudgedCall call, Action action) {
        new TreeMap<>(call.legs).forEach((legId, leg) -> {
            for (MoodTrack track : leg.tracks) {
                for (Rule rule : rules) {
                    OpenAlert open = track.watch(rule).open;
                    if (open != null) {
                        action.on(new HeardTrack(call, legId, leg, track), rule, open);
                    }
                }
            }
        });
    }

    /** What is done to an open alert. */
    private interface Action {
        void on(HeardTrack on, Rule rule, OpenAlert alert);
    }
}
