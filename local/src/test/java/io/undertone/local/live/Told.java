package io.undertone.local.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the live leg tells, in what matters to a test. */
public final class Told {
    public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    public static final CallPart CALL = call("a");

    private Told() {}

    public static CallPart call(String callId) {
        return new CallPart("acme", callId, START, 0);
    }

    /** Somebody silent: no mood. */
    public static HeardSecond silence(String legId, long second) {
        return new HeardSecond(legId, role(legId), second, false, null, 0, "UNKNOWN", null, null, null);
    }

    /** Somebody speaks, and how negative it sounds. */
    public static HeardSecond speech(String legId, long second, @Nullable Double negative) {
        Moods moods = negative == null ? null : moods(negative);
        return new HeardSecond(legId, role(legId), second, true, -24.0, 0, "UNKNOWN", null, moods, null);
    }

    public static Moods moods(double negative) {
        return new Moods(negative, 1 - negative, 0);
    }

    /** A window of 3 s. */
    public static MoodWindow window(int number, double endS, double negative) {
        var classes = Map.of("angry", negative, "calm", 1 - negative);
        return new MoodWindow(
                "customer",
                number,
                endS - 3,
                endS,
                "CUSTOMER",
                null,
                classes,
                moods(negative),
                moods(negative / 2),
                null);
    }

    public static MoodWindow failedWindow(int number, double endS) {
        return new MoodWindow(
                "customer", number, endS - 3, endS, "CUSTOMER", null, Map.of(), null, moods(0.25), "TIMEOUT");
    }

    public static AlertEvent alert(String alertId, int step, String phase, String severity) {
        boolean cleared = phase.equals("CLEARED");
        return new AlertEvent(
                alertId + "/" + step,
                alertId,
                "frustration",
                phase,
                step,
                1,
                "customer",
                "CUSTOMER",
                severity,
                "negative 0.71, threshold 0.60",
                52 + step,
                50,
                cleared ? 52.5 + step : null,
                0.71,
                0.75,
                0.6,
                0.4,
                "model",
                "1");
    }

    public static SpokenUtterance utterance(String legId, int number, int version, double beginS) {
        return new SpokenUtterance(legId, number, version, role(legId), null, beginS, beginS + 2, -25.0);
    }

    /** A header with these legs. */
    public static CallEnd end(LegEnd... legs) {
        return new CallEnd("ENDED", 60, "customers", List.of(legs));
    }

    public static LegEnd leg(String legId, int utterances) {
        return new LegEnd(legId, role(legId), utterances, 0, null, List.of());
    }

    /** A customer's leg of which so many windows were judged, one of them in vain. */
    public static LegEnd moodyLeg(int windows) {
        var mood = new SpeakerMood(
                "customer",
                "CUSTOMER",
                null,
                windows,
                1,
                0,
                windows - 1,
                0,
                moods(0.25),
                0.41,
                52,
                2,
                List.of(0.1, -1.0, 0.41),
                20);
        return new LegEnd("customer", "CUSTOMER", 1, windows, null, List.of(mood));
    }

    private static String role(String legId) {
        return legId.equals("customer") ? "CUSTOMER" : legId.equals("agent") ? "AGENT" : "UNKNOWN";
    }
}
