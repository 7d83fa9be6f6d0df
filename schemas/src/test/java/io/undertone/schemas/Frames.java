package io.undertone.schemas;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.Codec;
import io.undertone.schema.FrameType;
import io.undertone.schema.Role;
import java.nio.ByteBuffer;
import java.time.Instant;

/** The record that matters most, as a gateway sends it: 100 ms of G.711. */
final class Frames {

    static final int PAYLOAD_BYTES = 800;
    static final String GATEWAY = "gw-1";

    private Frames() {}

    static AudioFrame frame(long sequence) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (sequence + i);
        }
        return AudioFrame.newBuilder()
                .setTenantId("acme")
                .setCallId("c-20260105-0001")
                .setLegId("leg-a")
                .setStreamId("s-0")
                .setParticipantRole(Role.CUSTOMER)
                .setSequence(sequence)
                .setMediaOffsetSamples(sequence * PAYLOAD_BYTES)
                .setCaptureTime(Instant.parse("2026-01-05T09:30:00.25Z").plusMillis(100 * sequence))
                .setCodec(Codec.PCMU)
                .setSampleRateHz(8_000)
                .setDurationSamples(PAYLOAD_BYTES)
                .setPayload(ByteBuffer.wrap(payload))
                .setFrameType(FrameType.MEDIA)
                .setGatewayId(GATEWAY)
                .build();
    }

    /** Where the length of the payload, a varint of two bytes, stands in an encoded frame. */
    static int payloadLengthAt(byte[] encoded) {
        int behindPayload = 1 + 1 + GATEWAY.length();
        return encoded.length - behindPayload - PAYLOAD_BYTES - 2;
    }
}
