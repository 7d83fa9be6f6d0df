package io.undertone.udfs.moods;

import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call as a judge hears it, second by second: media pass before the speech in them is known. What is said next is said on {@link
 * #leg} by {@link #role}, as {@link #next} says.
 */
final class SpokenCall {
    static final int SECOND = 8_000;
    /** Speech of a spoken second. */
    static final int SPOKEN = 8_192;

    static final int WINDOW = 24_064;
    static final double USUAL_LUFS = -25;

    /** Anger, calm and joy; who says nothing is calm. */
    static final MoodSettings SETTINGS = new MoodSettings(
            "ear",
            "3",
            new EmotionClasses(
                    List.of("angry", "calm", "glad"),
                    List.of(Mood.NEGATIVE, Mood.NEUTRAL, Mood.POSITIVE),
                    List.of(0.0, 1.0, 0.0)),
            new MoodThresholds(0.60, 0.75, 0.40),
            LoudnessThresholds.DEFAULTS,
            "customers; 0.60/0.75/0.40");

    final CallJudge judge;
    final List<AlertFacts> alerts = new ArrayList<>();
    /** Those that were taken. */
    final List<JudgedWindow> windows = new ArrayList<>();

    JudgedCall call;
    CallFacts facts = new CallFacts();
    String leg = "customer";
    Role role = Role.CUSTOMER;
    double lost;
    /** Where the call stands. */
    long at;

    SpokenSecond next = new SpokenSecond();
    /** By leg and role: where the seconds began that were said since the last long pause. */
    private final Map<String, List<Long>> begins = new HashMap<>();

    private long ticks;

    SpokenCall() {
        this(SETTINGS, new CallId("acme", "call-1", 1_700_000_000_000_000L, 0));
    }

    SpokenCall(MoodSettings settings, CallId id) {
        judge = new CallJudge(settings);
        call = new JudgedCall(id);
        know(true);
    }

    /** Something about the call is known, or something else than before. */
    SpokenCall know(boolean emotion) {
        judge.know(call, facts.copy(), emotion, alerts::add);
        return this;
    }

    SpokenCall hold() {
        facts.hold = new Interval(at, Interval.OPEN);
        return know(true);
    }

    SpokenCall resume() {
        Objects.requireNonNull(facts.hold).end = at;
        return know(true);
    }

    /** So many seconds in the usual voice, of this anger. */
    SpokenCall speak(int seconds, double anger) {
        return speak(seconds, anger, USUAL_LUFS);
    }

    SpokenCall speak(int seconds, double anger, double lufs) {
        for (int i = 0; i < seconds; i++) {
            next.lufs = lufs;
            say(new float[] {(float) anger, (float) (1 - anger), 0}, null);
        }
        return this;
    }

    /** A second as {@link #next} says, with scores or a failure. */
    SpokenCall say(float @Nullable [] scores, @Nullable String failure) {
        SpokenSecond second = next;
        next = new SpokenSecond();
        second.legId = leg;
        second.role = role;
        second.roleSource = RoleSource.GATEWAY;
        second.speaker = SpeakerLabel.of(role);
        second.from = at;
        second.to = at + SPOKEN;
        second.speechSamples = SPOKEN;
        window(second);
        pass(second.to);
        judge.hear(call, second, scores, failure, alerts::add);
        return this;
    }

    /** Media without speech. */
    SpokenCall pause(int seconds) {
        pass(at + (long) seconds * SECOND);
        return this;
    }

    void take(String legId) {
        windows.addAll(judge.takeWindows(call, legId));
    }

    EndedCallFacts end() {
        var ended = new EndedCallFacts();
        ended.durationSamples = at;
        for (String legId : List.of("agent", "customer")) {
            var summary = new LegSummary();
            summary.legId = legId;
            ended.legs.add(summary);
        }
        judge.finish(call, ended, alerts::add);
        return ended;
    }

    AlertFacts last() {
        return alerts.get(alerts.size() - 1);
    }

    /** Of all events, in their order. */
    List<AlertPhase> phases() {
        return alerts.stream().map(alert -> alert.phase).toList();
    }

    /** The events of one rule. */
    List<AlertFacts> of(String ruleId) {
        return alerts.stream().filter(alert -> alert.ruleId.equals(ruleId)).toList();
    }

    private void window(SpokenSecond second) {
        List<Long> inARow = begins.computeIfAbsent(leg + role, any -> new ArrayList<>());
        if (!inARow.isEmpty() && at - inARow.get(inARow.size() - 1) >= SPOKEN + MoodWindows.LONG_PAUSE_SAMPLES) {
            inARow.clear();
        }
        inARow.add(at);
        int third = inARow.size() - 3;
        second.window = call.leg(leg).windows + 1;
        second.windowSamples = Math.min(WINDOW, inARow.size() * SPOKEN);
        // Of the third second from the end all is in it but two frames.
        second.windowFrom = third < 0 ? inARow.get(0) : inARow.get(third) + 3 * SPOKEN - WINDOW;
    }

    private void pass(long to) {
        at = to;
        for (; (ticks + 1) * SECOND <= at; ticks++) {
            judge.tick(call, leg, ticks, lost, alerts::add);
        }
    }
}
