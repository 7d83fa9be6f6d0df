package io.undertone.local.demo;

import io.undertone.schema.CallInsight;
import io.undertone.schema.Consent;
import io.undertone.schema.Direction;
import io.undertone.schema.EndedCall;
import io.undertone.schema.EndedLeg;
import io.undertone.schema.FrameAccounting;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Records as the live leg writes them, in what matters here. */
final class Records {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Records() {}

    static CallInsight insight(String callId, String legId, long second, boolean speaking) {
        return CallInsight.newBuilder()
                .setTenantId("acme")
                .setCallId(callId)
                .setCallStart(START)
                .setPart(0)
                .setLegId(legId)
                .setRole(Role.UNKNOWN)
                .setMediaSecond(second)
                .setSpeaking(speaking)
                .setRmsDbfs(-30)
                .setPeakDbfs(-12)
                .setMeanAbsolute(0.02)
                .setLostRatio(0)
                .build();
    }

    /** The header of a call with a leg for each number of utterances. */
    static EndedCall ended(String callId, int... utterances) {
        return EndedCall.newBuilder()
                .setTenantId("acme")
                .setCallId(callId)
                .setCallStart(START)
                .setPart(0)
                .setCallEnd(START.plusSeconds(60))
                .setDurationSamples(480_000)
                .setEndReason("ENDED")
                .setDirection(Direction.INBOUND)
                .setConsent(new Consent(true, true, true))
                .setLegs(Arrays.stream(utterances).mapToObj(Records::leg).toList())
                .setFrames(new FrameAccounting(600L, 0L, 0L, 0L, 0L, 0L, 600L))
                .setHolds(List.of())
                .setRedactions(List.of())
                .build();
    }

    private static EndedLeg leg(int utterances) {
        return EndedLeg.newBuilder()
                .setLegId("leg")
                .setRole(Role.CUSTOMER)
                .setRoleSource(RoleSource.GATEWAY)
                .setUtterances(utterances)
                .setStreams(1)
                .setSpeechSamples(8_000)
                .build();
    }
}
