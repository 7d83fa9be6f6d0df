package io.undertone.udfs.call;

import io.undertone.udfs.audio.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way in a random call: a frame or a signal. A frame's first samples say who it is, so that what comes out can be
 * traced back; a copy is a record of its own with the same key.
 *
 * @param arrivalMillis after {@link TestFrame#T0}
 */
record Sent(
        long arrivalMillis,
        @Nullable TestFrame frame,
        CallSignal.@Nullable Kind signal,
        @Nullable Key key) {
    private static final int WORD = 15;
    private static final int WORD_MASK = (1 << WORD) - 1;

    /** What identifies a frame, and which of its copies this is. */
    record Key(int leg, int stream, int sequence, int copy, boolean secret, long capturedMillis) {
        private static final int FIELDS = 6;

        Key copied(int number) {
            return new Key(leg, stream, sequence, number, secret, capturedMillis);
        }

        /** Writes the key over the first samples of a payload of L16. */
        void stamp(MediaFrame frame) {
            byte[] payload = frame.payload;
            if (payload == null || payload.length < 2 * FIELDS) {
                return;
            }
            short[] said = {
                (short) leg,
                (short) stream,
                (short) (sequence & WORD_MASK),
                (short) copy,
                (short) (secret ? 1 : 0),
                (short) (capturedMillis / TestFrame.MILLIS)
            };
            Encoding.L16_LE.encode(said, 0, said.length, payload, 0);
        }

        static Key of(LegChunk chunk) {
            short[] said = chunk.samples();
            return new Key(
                    said[0], said[1], said[2], said[3], said[4] == 1, (said[5] & 0xFFFF) * (long) TestFrame.MILLIS);
        }
    }

    static Sent signal(CallSignal.Kind kind, long atMillis) {
        return new Sent(atMillis, null, kind, null);
    }
}
