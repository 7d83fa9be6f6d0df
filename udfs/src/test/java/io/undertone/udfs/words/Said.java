package io.undertone.udfs.words;

import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Utterances as the live leg hands them on: in pieces of three seconds. Times in samples at 8 kHz. */
final class Said {
    static final int SECOND = 8_000;
    private static final int PIECE = 3 * SECOND;

    private Said() {}

    /** Said from {@code begin} to {@code end}, every piece stored. */
    static UtteranceFacts utterance(String legId, int number, double beginSeconds, double endSeconds) {
        var utterance = new UtteranceFacts();
        utterance.legId = legId;
        utterance.number = number;
        utterance.begin = Math.round(beginSeconds * SECOND);
        utterance.end = Math.round(endSeconds * SECOND);
        for (long from = utterance.begin; from < utterance.end; from += PIECE) {
            utterance.pieces.add(piece(legId, from, Math.min(utterance.end, from + PIECE)));
        }
        return utterance;
    }

    static PieceFacts piece(String legId, long begin, long end) {
        var piece = new PieceFacts();
        piece.legId = legId;
        piece.uri = "file:///%s/%d-%d.wav".formatted(legId, begin, end);
        piece.begin = begin;
        piece.end = end;
        piece.stored = true;
        return piece;
    }

    /** A pack with these utterances one after the other, each so many seconds long, half a second apart. */
    static Pack pack(double... seconds) {
        var pack = new Pack();
        pack.key = "acme|c-1|0";
        pack.legId = "customer";
        pack.number = 1;
        pack.packs = 1;
        int offset = 0;
        for (int i = 0; i < seconds.length; i++) {
            var utterance = new PackedUtterance();
            utterance.number = i + 1;
            utterance.begin = (i + 1) * 100L * SECOND;
            utterance.end = utterance.begin + Math.round(seconds[i] * SECOND);
            utterance.offset = offset;
            offset += utterance.samples() + SECOND / 2;
            pack.utterances.add(utterance);
        }
        return pack;
    }

    static RandomGenerator random(int seed) {
        return new Random(seed);
    }
}
