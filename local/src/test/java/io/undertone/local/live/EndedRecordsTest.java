package io.undertone.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.Consent;
import io.undertone.schema.Direction;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EndedLeg;
import io.undertone.schema.EndedMood;
import io.undertone.schema.FrameAccounting;
import io.undertone.schema.MoodScores;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From headers of ended calls as the live leg writes them. */
class EndedRecordsTest {
    private static final int SECOND = 8_000;

    private final Timelines timelines = new Timelines(100, (call, event) -> {});

    @Test
    void a_header_tells_how_the_call_ended_and_the_mood_of_each_speaker() {
        LiveRecords.tell(ended(), 0, timelines);
        CallTimeline call = Objects.requireNonNull(timelines.find(Told.CALL));
        assertThat(call.end())
                .isEqualTo(new CallEnd(
                        "ENDED",
                        60,
                        "customers",
                        List.of(new LegEnd("mixed", "UNKNOWN", 3, 12, null, List.of(mood())))));
    }

    private static EndedCall ended() {
        var leg = EndedLeg.newBuilder()
                .setLegId("mixed")
                .setRole(Role.UNKNOWN)
                .setRoleSource(RoleSource.UNKNOWN)
                .setUtterances(3)
                .setStreams(1)
                .setSpeechSamples(SECOND)
                .setEmotionWindows(12)
                .setMoods(List.of(endedMood()))
                .build();
        return EndedCall.newBuilder()
                .setTenantId("acme")
                .setCallId("a")
                .setCallStart(Told.START)
                .setPart(0)
                .setCallEnd(Told.START.plusSeconds(60))
                .setDurationSamples(60L * SECOND)
                .setEndReason("ENDED")
                .setDirection(Direction.INBOUND)
                .setConsent(new Consent(true, true, true))
                .setLegs(List.of(leg))
                .setFrames(new FrameAccounting(600L, 0L, 0L, 0L, 0L, 0L, 600L))
                .setHolds(List.of())
                .setRedactions(List.of())
                .build();
    }

    private static EndedMood endedMood() {
        return EndedMood.newBuilder()
                .setRole(Role.CUSTOMER)
                .setRoleSource(RoleSource.VOICEPRINT)
                .setWindows(12)
                .setFailed(2)
                .setNegativeWindows(1)
                .setNeutralWindows(8)
                .setPositiveWindows(1)
                .setMean(new MoodScores(0.25, 0.5, 0.25))
                .setPeakNegative(0.5)
                .setPeakSample(41L * SECOND)
                .setSwitches(2)
                .setTrajectory(List.of(-1.0, 0.5))
                .setBinSamples(32L * SECOND)
                .build();
    }

    private static SpeakerMood mood() {
        return new SpeakerMood(
                "mixed",
                "CUSTOMER",
                null,
                12,
                2,
                1,
                8,
                1,
                new Moods(0.25, 0.5, 0.25),
                0.5,
                41,
                2,
                List.of(-1.0, 0.5),
                32);
    }
}
