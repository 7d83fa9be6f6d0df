package io.undertone.udfs.tracking;

import io.undertone.udfs.call.Recall;
import io.undertone.udfs.speech.PieceFacts;
import io.undertone.udfs.speech.UtteranceFacts;
import io.undertone.udfs.speech.VadFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives a leg's utterances their voices and splits them where the voice changes; what was given out already is corrected by a later
 * version.
 *
 * <p>Of an utterance that is split the first part keeps the number and the others take the next free ones: order is by begin, never
 * by number. Its levels stay those of the whole; a piece of audio in which the change lies belongs to both parts.
 */
public final class TurnedUtterances {
    /** A change nearer than this to the begin or end of an utterance is no split: 250 ms, the least that counts as speech. */
    static final int LEAST_PART = 250 * VadFrame.SAMPLES_PER_MILLI;

    static final int MOST_TURNS = 32;

    private TurnedUtterances() {}

    /** An utterance was closed: {@code out} gets its parts, numbered, with their voices. */
    public static void heard(SpokenLeg leg, UtteranceFacts whole, Consumer<UtteranceFacts> out) {
        for (UtteranceFacts part : parts(leg, whole)) {
            part.number = ++leg.utterances;
            giveOut(leg, part, out);
        }
    }

    /** A change of voice was confirmed: it overrules all turns behind its begin. */
    public static void turned(SpokenLeg leg, Turn turn, Consumer<UtteranceFacts> out) {
        leg.turns.removeIf(earlier -> earlier.from >= turn.from);
        leg.turns.add(turn);
        if (leg.turns.size() > MOST_TURNS) {
            leg.turns.remove(0);
        }
        for (UtteranceFacts known : List.copyOf(leg.recent)) {
            if (known.end > turn.from) {
                correct(leg, known, out);
            }
        }
    }

    /** What was said from a position on is taken back: {@code out} gets a later version of each utterance that this cuts, or empties. */
    public static void recalled(SpokenLeg leg, Recall recall, Consumer<UtteranceFacts> out) {
        for (UtteranceFacts known : List.copyOf(leg.recent)) {
            long end = recall.endOf(known.begin, known.end);
            if (end < known.end) {
                UtteranceFacts left = part(known, known.begin, end, turnOf(known));
                left.version++;
                leg.recalledSamples += known.end - end;
                leg.recent.remove(known);
                if (left.isEmpty()) {
                    leg.records++;
                    out.accept(left);
                } else {
                    giveOut(leg, left, out);
                }
            }
        }
    }

    /** Who speaks at a position: nobody known before the first turn. */
    public static Turn at(SpokenLeg leg, long position) {
        Turn last = new Turn();
        for (Turn turn : leg.turns) {
            if (turn.from > position) {
                break;
            }
            last = turn;
        }
        return last;
    }

    private static void correct(SpokenLeg leg, UtteranceFacts known, Consumer<UtteranceFacts> out) {
        List<UtteranceFacts> parts = parts(leg, known);
        UtteranceFacts first = parts.get(0);
        if (parts.size() == 1 && first.voice == known.voice && first.overlap == known.overlap) {
            return;
        }
        leg.recent.remove(known);
        first.number = known.number;
        first.version = known.version + 1;
        giveOut(leg, first, out);
        for (UtteranceFacts part : parts.subList(1, parts.size())) {
            part.number = ++leg.utterances;
            part.version = 0;
            giveOut(leg, part, out);
        }
    }

    private static void giveOut(SpokenLeg leg, UtteranceFacts part, Consumer<UtteranceFacts> out) {
        leg.records++;
        leg.remember(part);
        out.accept(part);
    }

    private static Turn turnOf(UtteranceFacts known) {
        var turn = new Turn();
        turn.voice = known.voice;
        turn.overlap = known.overlap;
        return turn;
    }

    private static List<UtteranceFacts> parts(SpokenLeg leg, UtteranceFacts whole) {
        List<UtteranceFacts> parts = new ArrayList<>(1);
        long from = whole.begin;
        Turn before = at(leg, from + LEAST_PART);
        for (Turn turn : leg.turns) {
            if (turn.from < from + LEAST_PART || turn.from > whole.end - LEAST_PART) {
                continue;
            }
            Turn then = at(leg, turn.from + LEAST_PART);
            if (!then.soundsLike(before)) {
                parts.add(part(whole, from, turn.from, before));
                from = turn.from;
                before = then;
            }
        }
        parts.add(part(whole, from, whole.end, before));
        return parts;
    }

    private static UtteranceFacts part(UtteranceFacts whole, long from, long to, Turn turn) {
        var part = new UtteranceFacts();
        part.legId = whole.legId;
        part.number = whole.number;
        part.version = whole.version;
        part.role = whole.role;
        part.roleSource = whole.roleSource;
        part.voice = turn.voice;
        part.overlap = turn.overlap;
        part.begin = from;
        part.end = to;
        part.lufs = whole.lufs;
        part.speechProbability = whole.speechProbability;
        part.lostRatio = whole.lostRatio;
        for (PieceFacts piece : whole.pieces) {
            if (piece.begin < to && piece.end > from) {
                part.pieces.add(piece);
            }
        }
        return part;
    }
}
