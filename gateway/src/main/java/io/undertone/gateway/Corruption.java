package io.undertone.gateway;

import java.util.SplittableRandom;

/**
 * Breaks an encoded record so that every reader must refuse it, in one of three ways that readers meet at different
 * places. Flipped audio would still be audio, so the payload is left alone.
 */
final class Corruption {
    /** Avro's single-object encoding: two bytes of marker, eight of fingerprint, then the record. */
    private static final int FINGERPRINT = 2;

    private static final int BODY = 10;
    private static final int WAYS = 3;

    private Corruption() {}

    static OutgoingRecord of(OutgoingRecord record, SplittableRandom random) {
        byte[] value = record.value().clone();
        switch (random.nextInt(WAYS)) {
            case 0 -> value[random.nextInt(FINGERPRINT)] ^= (byte) 0xFF; // not an Avro single object
            case 1 -> value[FINGERPRINT + random.nextInt(BODY - FINGERPRINT)] ^= (byte) 0xFF; // of no known schema
            default -> value[BODY] ^= 1; // zigzag's sign: the first string has a negative length
        }
        return new OutgoingRecord(record.atMicros(), value, record.fate(), record.mediaMicros());
    }
}
