package io.undertone.udfs.words;

import io.undertone.udfs.speech.PieceFacts;
import java.util.BitSet;
import java.util.Collection;
import java.util.TreeSet;

/** The audio of a pack, put together from pieces. What no piece gives is silence, and is told. */
public final class PackSamples {
    private final Pack pack;
    private final short[] samples;
    private final BitSet heard;

    public PackSamples(Pack pack) {
        this.pack = pack;
        this.samples = new short[pack.samples()];
        this.heard = new BitSet(samples.length);
    }

    /** Adds what {@code piece} has of the pack's utterances; {@code read} begins where the piece does. */
    public void add(PieceFacts piece, short[] read) {
        long pieceEnd = Math.min(piece.end, piece.begin + read.length);
        for (PackedUtterance utterance : pack.utterances) {
            long from = Math.max(piece.begin, utterance.begin);
            long to = Math.min(pieceEnd, utterance.end);
            if (from < to) {
                int at = utterance.offset + (int) (from - utterance.begin);
                int count = (int) (to - from);
                System.arraycopy(read, (int) (from - piece.begin), samples, at, count);
                heard.set(at, at + count);
            }
        }
    }

    /** Whether there is nothing but silence. */
    public boolean isEmpty() {
        return heard.isEmpty();
    }

    public short[] samples() {
        return samples;
    }

    /** Numbers of the utterances of which some audio is missing, each once, in order. */
    public Collection<Integer> incomplete() {
        Collection<Integer> numbers = new TreeSet<>();
        for (PackedUtterance utterance : pack.utterances) {
            int end = utterance.offset + utterance.samples();
            if (utterance.incomplete || heard.nextClearBit(utterance.offset) < end) {
                numbers.add(utterance.number);
            }
        }
        return numbers;
    }
}
