package io.undertone.job.kafka;

import io.undertone.schema.AlertFeedback;
import io.undertone.schema.AlertPhase;
import io.undertone.schema.AlertVerdict;
import io.undertone.schema.CallInsight;
import io.undertone.schema.Direction;
import io.undertone.schema.EmotionState;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.schema.Role;
import io.undertone.schema.Severity;
import io.undertone.schema.Speaker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Moods and alerts as the live leg publishes them, and a verdict of somebody. */
final class MoodRecords {
    static final Instant START = Instant.parse("2026-01-05T10:00:00.123456Z");

    private MoodRecords() {}

    static CallInsight insight(JudgedWindow... windows) {
        return CallInsight.newBuilder()
                .setTenantId("acme")
                .setCallId("c-1")
                .setCallStart(START)
                .setPart(1)
                .setLegId("customer")
                .setRole(Role.CUSTOMER)
                .setMediaSecond(12)
                .setSpeaking(true)
                .setRmsDbfs(-24)
                .setPeakDbfs(-6)
                .setMeanAbsolute(0.125)
                .setLostRatio(0)
                .setEmotion(EmotionState.READ)
                .setWindows(new ArrayList<>(List.of(windows)))
                .setEmotionModel("emotion 1")
                .build();
    }

    static JudgedWindow scored(int number) {
        return JudgedWindow.newBuilder()
                .setWindowNumber(number)
                .setBeginSample(number * 8_000L)
                .setEndSample(number * 8_000L + 24_000)
                .setRole(Role.CUSTOMER)
                .setVoice(2)
                .setSpeakerId("cust-3")
                .setClasses(Map.of("anger", 0.5))
                .setMood(new MoodScores(0.5, 0.375, 0.125))
                .setSmoothed(new MoodScores(0.25, 0.5, 0.25))
                .setLoudnessDeltaDb(3.5)
                .build();
    }

    static JudgedWindow failed(int number) {
        JudgedWindow window = scored(number);
        window.setClasses(Map.of());
        window.setMood(null);
        window.setFailure("TIMED_OUT");
        return window;
    }

    static FrustrationEvent alert() {
        return FrustrationEvent.newBuilder()
                .setEventId("e-1")
                .setAlertId("a-1")
                .setPhase(AlertPhase.CLEARED)
                .setStep(3)
                .setTenantId("acme")
                .setCallId("c-1")
                .setCallStart(START)
                .setPart(1)
                .setLegId("customer")
                .setRole(Role.CUSTOMER)
                .setAgentId("a-7")
                .setQueueId("billing")
                .setDirection(Direction.INBOUND)
                .setRuleId("frustration")
                .setRuleVersion(4)
                .setSeverity(Severity.HIGH)
                .setReason("negative 0.75")
                .setEpisode(2)
                .setScore(0.625)
                .setPeakScore(0.75)
                .setClassProbabilities(Map.of("anger", 0.625))
                .setEnterThreshold(0.5)
                .setExitThreshold(0.25)
                .setBeginOffsetMs(1_500)
                .setEndOffsetMs(4_500L)
                .setDecidedOffsetMs(2_500)
                .setBeginTime(START.plusMillis(1_500))
                .setEndTime(START.plusMillis(4_500))
                .setSpeechMsInWindow(2_048)
                .setLoudnessLufs(-19.5)
                .setLoudnessDeltaDb(7.25)
                .setSpeaker(Speaker.CUSTOMER)
                .setSpeakerId("cust-3")
                .setSpeakerScore(0.6875)
                .setLostRatio(0.125)
                .setClippedRatio(0.25)
                .setModelId("emotion")
                .setModelVersion("1.1")
                .setPolicyVersion("card-3")
                .setAudio(List.of("file:///a.wav"))
                .build();
    }

    static AlertFeedback feedback() {
        return new AlertFeedback("acme", "c-1", START, 1, "a-1", "eva", START.plusNanos(7_000), AlertVerdict.WRONG);
    }
}
