package io.undertone.udfs.moods;

import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Steps of a call in which anything may happen, by chance but the same for a seed. */
final class RandomMoods {
    private static final int STEPS = 40;
    private static final double[] ANGERS = {0, 0.3, 0.5, 0.65, 0.8, 1};
    private static final double[] LUFS = {-25, -25, -25, -12, -6};
    private static final Feedback[] VERDICTS = Feedback.values();

    private final Random chance;

    RandomMoods(long seed) {
        chance = new Random(seed);
    }

    List<Consumer<SpokenCall>> steps() {
        var steps = new ArrayList<Consumer<SpokenCall>>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(step(chance.nextInt(100)));
        }
        return steps;
    }

    private Consumer<SpokenCall> step(int kind) {
        int seconds = 1 + chance.nextInt(15);
        double anger = ANGERS[chance.nextInt(ANGERS.length)];
        double lufs = LUFS[chance.nextInt(LUFS.length)];
        Feedback verdict = VERDICTS[chance.nextInt(VERDICTS.length)];
        if (kind < 55) {
            return call -> call.speak(seconds, anger, lufs);
        } else if (kind < 70) {
            return call -> call.pause(3 * seconds);
        } else if (kind < 76) {
            return call -> call.say(null, "no answer in time");
        } else if (kind < 82) {
            return RandomMoods::holdOrResume;
        } else if (kind < 86) {
            return call -> call.leg = anger < 0.5 ? "customer" : "agent";
        } else if (kind < 90) {
            return call -> call.role = anger < 0.5 ? Role.CUSTOMER : Role.OTHER;
        } else if (kind < 94) {
            return call -> call.lost = anger / 4;
        } else if (kind < 98) {
            return call -> answer(call, verdict);
        }
        return anger > 0.6 ? call -> call.know(false) : call -> call.judge.due(call.call, call.alerts::add);
    }

    private static void holdOrResume(SpokenCall call) {
        Interval hold = call.facts.hold;
        if (hold == null || hold.end != Interval.OPEN) {
            call.hold();
        } else {
            call.resume();
        }
    }

    private static void answer(SpokenCall call, Feedback verdict) {
        if (!call.alerts.isEmpty()) {
            call.judge.feedback(call.call, call.last().alertId, verdict);
        }
    }
}
