package io.undertone.gateway;

/**
 * A record as it leaves, faults included.
 *
 * @param atMicros when, in microseconds from the call's start
 * @param value encoded
 * @param mediaMicros length of the audio inside
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes for the wire; nothing compares records.
public record OutgoingRecord(long atMicros, byte[] value, Fate fate, long mediaMicros) {
    OutgoingRecord with(Fate newFate) {
        return new OutgoingRecord(atMicros, value, newFate, mediaMicros);
    }

    OutgoingRecord at(long newAtMicros) {
        return new OutgoingRecord(newAtMicros, value, fate, mediaMicros);
    }
}
