package io.undertone.udfs.words;

import io.undertone.udfs.audio.Recording;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Packs the utterances of a call's legs into few requests: a transcriber spends as much on a short one as on a long one.
 *
 * <p>Invariants: an utterance with any stored audio lies in exactly one pack, or in consecutive ones if it is longer than a pack; its
 * parts follow each other without gap, but for parts of which nothing is stored; nothing else lies in any.
 */
public final class Packing {
    /** Whisper hears 30 s at once; what is longer it cuts by its own times, which drift. */
    public static final int MOST_SAMPLES = 28 * Recording.TELEPHONE_HZ;

    /** Of a longer pause no more is kept: a transcriber hears that one utterance is over, and is asked about little silence. */
    public static final int PAUSE_SAMPLES = Recording.TELEPHONE_HZ;

    private final String key;
    private final @Nullable String language;
    private final List<Pack> packs = new ArrayList<>();

    private Packing(String key, @Nullable String language) {
        this.key = key;
        this.language = language;
    }

    /**
     * Packs of every leg, numbered through. An utterance of which no audio is stored is in none.
     *
     * @param key of the call's part
     * @param language tag of what is spoken, if known
     */
    public static List<Pack> of(String key, @Nullable String language, List<UtteranceFacts> utterances) {
        Map<String, List<UtteranceFacts>> legs = new TreeMap<>();
        utterances.forEach(utterance ->
                legs.computeIfAbsent(utterance.legId, leg -> new ArrayList<>()).add(utterance));
        var packing = new Packing(key, language);
        legs.forEach(packing::addLeg);
        for (Pack pack : packing.packs) {
            pack.packs = packing.packs.size();
        }
        return packing.packs;
    }

    private void addLeg(String legId, List<UtteranceFacts> utterances) {
        utterances.sort(Comparator.<UtteranceFacts>comparingLong(utterance -> utterance.begin)
                .thenComparingInt(utterance -> utterance.number));
        Pack open = null;
        for (UtteranceFacts utterance : utterances) {
            List<PieceFacts> stored =
                    utterance.pieces.stream().filter(piece -> piece.stored).toList();
            for (PackedUtterance part : parts(utterance, stored)) {
                int pause = open == null ? 0 : pause(open, part);
                if (open == null || open.samples() + pause + part.samples() > MOST_SAMPLES) {
                    open = newPack(legId);
                } else {
                    part.offset = open.samples() + pause;
                }
                open.utterances.add(part);
                addPieces(open, part, stored);
            }
        }
    }

    /** As long as it was, up to a second: silence in mid-word would make another word of it. */
    private static int pause(Pack open, PackedUtterance next) {
        PackedUtterance last = open.utterances.get(open.utterances.size() - 1);
        return (int) Math.max(0, Math.min(PAUSE_SAMPLES, next.begin - last.end));
    }

    private Pack newPack(String legId) {
        var pack = new Pack();
        pack.key = key;
        pack.legId = legId;
        pack.number = packs.size() + 1;
        pack.language = language;
        packs.add(pack);
        return pack;
    }

    /** Two utterances may share a piece: it is read once. */
    private static void addPieces(Pack pack, PackedUtterance part, List<PieceFacts> stored) {
        Set<String> there = new HashSet<>();
        pack.pieces.forEach(piece -> there.add(piece.uri));
        stored.stream()
                .filter(piece -> touches(piece, part.begin, part.end) && there.add(piece.uri))
                .forEach(piece -> pack.pieces.add(piece.copy()));
    }

    /** The utterance, or parts of it that fit into a pack, those left out of which nothing is stored. */
    private static List<PackedUtterance> parts(UtteranceFacts utterance, List<PieceFacts> stored) {
        boolean incomplete = storedSamples(utterance, stored) < utterance.end - utterance.begin;
        List<PackedUtterance> parts = new ArrayList<>();
        for (long from = utterance.begin, to; from < utterance.end; from = to) {
            to = cut(utterance, from);
            var part = new PackedUtterance();
            part.number = utterance.number;
            part.begin = from;
            part.end = to;
            part.incomplete = incomplete;
            if (stored.stream().anyMatch(piece -> touches(piece, part.begin, part.end))) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Where a part that begins at {@code from} ends: with a piece if it must end before the utterance does. */
    private static long cut(UtteranceFacts utterance, long from) {
        long limit = from + MOST_SAMPLES;
        if (utterance.end <= limit) {
            return utterance.end;
        }
        return utterance.pieces.stream()
                .flatMap(piece -> Stream.of(piece.begin, piece.end))
                .filter(bound -> from < bound && bound <= limit)
                .max(Long::compare)
                .orElse(limit);
    }

    private static long storedSamples(UtteranceFacts utterance, List<PieceFacts> stored) {
        long samples = 0;
        long reached = utterance.begin;
        List<PieceFacts> ordered = new ArrayList<>(stored);
        ordered.sort(Comparator.comparingLong(piece -> piece.begin));
        for (PieceFacts piece : ordered) {
            long from = Math.max(reached, piece.begin);
            long to = Math.min(utterance.end, piece.end);
            if (from < to) {
                samples += to - from;
                reached = to;
            }
        }
        return samples;
    }

    private static boolean touches(PieceFacts piece, long begin, long end) {
        return piece.begin < end && begin < piece.end;
    }
}
