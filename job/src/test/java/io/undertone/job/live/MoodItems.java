package io.undertone.job.live;

import io.undertone.job.inference.ModelStage;
import io.undertone.udfs.call.CallFacts;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EmotionPolicy;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.inference.Provider;
import io.undertone.udfs.loudness.LevelReading;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.moods.Feedback;
import io.undertone.udfs.moods.MoodRights;
import io.undertone.udfs.moods.SpokenSecond;
import io.undertone.udfs.speech.VadFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbered items of a call as they reach the judge: facts, seconds of media, spoken seconds with their scores, the end. */
final class MoodItems {
    static final int SECOND = 8_000;

    /** In the order of the shipped model's labels: angry, happy, neutral, sad. */
    private static final float[] ANGRY = {0.97f, 0.01f, 0.01f, 0.01f};

    private static final float[] CALM = {0.01f, 0.01f, 0.97f, 0.01f};

    private final CallId id;
    private long number;
    private int windows;
    private long at;

    MoodItems(CallId id) {
        this.id = id;
    }

    static JudgingSettings settings() {
        Path root = Path.of(System.getProperty("undertone.root"));
        var directories = new ModelDirectories(
                root.resolve("models").toString(), root.resolve("models/.cache").toString());
        var cpu = new Execution(List.of(Provider.CPU), 1L << 30);
        var stage = new ModelStage(directories, "undertone-emotion", cpu, new Batching(1, 1), 8, 5_000);
        var rules = new TenantRules(EmotionPolicy.CUSTOMERS, null, null, null, 8, 5);
        return new JudgingSettings(
                stage,
                (tenant, facts) -> MoodRights.of(
                        EmotionPolicy.CUSTOMERS, facts.emotionConsent(), Boolean.TRUE.equals(facts.emotionConsent())),
                rules,
                new HashMap<>());
    }

    /** A call whose customer is calm, then angry, then calm until an alert is over. */
    List<CallProduct> call() {
        List<CallProduct> items = new ArrayList<>(List.of(facts(true)));
        items.addAll(says(CALM, 6));
        items.addAll(says(ANGRY, 10));
        items.addAll(says(CALM, 12));
        items.add(ended());
        return items;
    }

    List<CallProduct> angry(int seconds) {
        return says(ANGRY, seconds);
    }

    List<CallProduct> calm(int seconds) {
        return says(CALM, seconds);
    }

    CallProduct facts(boolean consent) {
        return CallProduct.facts(id, KnownCall.ORIGIN, number++, known(consent));
    }

    /** The call goes on hold where it stands, or goes on after it. */
    CallProduct hold(long from, long to) {
        CallFacts facts = known(true);
        facts.hold = new Interval(from, to);
        return CallProduct.facts(id, KnownCall.ORIGIN, number++, facts);
    }

    CallProduct mismatch() {
        CallFacts facts = known(true);
        facts.roleMismatch = "voice of agent-7 on leg customer";
        return CallProduct.facts(id, KnownCall.ORIGIN, number++, facts);
    }

    CallProduct failed() {
        CallProduct second = second(null);
        second.failure = "TIMED_OUT";
        return second;
    }

    CallProduct insight() {
        var levels = new LevelReading(at / SECOND, null, -30, -20, 0.01, 0);
        return CallProduct.insight(
                KnownCall.ORIGIN, number++, Insight.of(id, KnownCall.CUSTOMER, Role.CUSTOMER, true, levels));
    }

    CallProduct ended() {
        var ended = KnownCall.endedFacts(id, 0);
        ended.durationSamples = at;
        return CallProduct.ended(id, KnownCall.ORIGIN, number++, ended);
    }

    CallProduct says(String alertId, Feedback verdict) {
        var answer = new AlertAnswer();
        answer.alertId = alertId;
        answer.verdict = verdict;
        return CallProduct.answer(id, KnownCall.ORIGIN, answer);
    }

    /** Where the call stands, in samples. */
    long at() {
        return at;
    }

    private List<CallProduct> says(float[] scores, int seconds) {
        List<CallProduct> items = new ArrayList<>();
        for (int i = 0; i < seconds; i++) {
            items.add(second(scores));
            items.add(insight());
        }
        return items;
    }

    private CallProduct second(float @Nullable [] scores) {
        var second = new SpokenSecond();
        second.legId = KnownCall.CUSTOMER;
        second.role = Role.CUSTOMER;
        second.roleSource = RoleSource.GATEWAY;
        second.from = at;
        at += SpokenSecond.FRAMES * VadFrame.SAMPLES;
        second.to = at;
        second.speechSamples = SpokenSecond.FRAMES * VadFrame.SAMPLES;
        second.lufs = -25.0;
        second.window = ++windows;
        second.windowFrom = Math.max(0, at - 94 * VadFrame.SAMPLES);
        second.windowSamples = (int) (at - second.windowFrom);
        return CallProduct.second(id, KnownCall.ORIGIN, number++, second, new byte[0])
                .judged(scores, null);
    }

    private static CallFacts known(boolean consent) {
        CallFacts facts = new CallFacts();
        facts.gatewayConsent.emotion = consent;
        return facts;
    }
}
