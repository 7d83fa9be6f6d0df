package io.undertone.udfs.speech;

import java.util.Arrays;

/**
 * Makes utterances, and the pieces their audio is stored in, from what the {@link VadGate} settles about one leg.
 *
 * <p>Invariants. Utterances lie on the grid of frames, in order, apart, none over the limit. What is settled as speech
 * lies in exactly one. {@code from <= pieceFrom <= speechTo <= heardTo} while one is open, and {@code speechTo - pieceFrom}
 * is less than a piece: a piece is cut as soon as settled speech covers it. A pause outlasts that by at most the time to
 * close plus the time an onset takes to settle, so every piece is announced while it lies in the last 4 s.
 */
public final class UtteranceBuilder {
    static final int RING_SAMPLES = UtteranceSettings.RING_MILLIS * VadFrame.SAMPLES_PER_MILLI;

    private final SpeechSettings speech;
    private final int closeAfter;
    private final int longest;
    private final int piece;
    private final long pad;
    private final int reach;

    /** @param speech what the gate whose edges come here was made with */
    public UtteranceBuilder(SpeechSettings speech, UtteranceSettings settings) {
        this.speech = speech;
        closeAfter = settings.closeAfterSamples();
        longest = settings.maxSamples();
        piece = settings.pieceSamples();
        pad = (long) speech.padFrames() * VadFrame.SAMPLES;
        long onset = (long) speech.minSpeechFrames() * VadFrame.SAMPLES;
        long reach = pad + onset;
        long pause = Math.max(closeAfter + onset, (long) speech.minSilenceFrames() * VadFrame.SAMPLES);
        if (Math.max(piece + pause, reach) > RING_SAMPLES) {
            throw new IllegalArgumentException(
                    "a piece and the pause or onset after it must fit into 4 s, got %s with %s"
                            .formatted(settings, speech));
        }
        this.reach = (int) reach;
    }

    /** No piece that is still to come begins before this. */
    long neededFrom(UtteranceState s) {
        return s.open ? s.pieceFrom : s.heardTo - reach;
    }

    /**
     * Hears one frame: {@code samples} are 256, or fewer in the last frame before a cut. Allocates nothing but what it
     * closes.
     *
     * @param weightedEnergy sum of the squares of the frame's K-weighted samples
     * @param edge what the gate said of this frame
     */
    public void advance(
            UtteranceState s,
            long position,
            int samples,
            float probability,
            double weightedEnergy,
            int concealedSamples,
            VadGate.Edge edge,
            UtteranceSink out) {
        expect(s, position, samples);
        FrameHistory.add(s, samples, probability, weightedEnergy, concealedSamples);
        settle(s, probability, edge);
        if (s.open) {
            cutPieces(s, out);
            if (!s.speaking && s.unsettledFrames == 0 && s.heardTo - s.speechTo >= closeAfter) {
                close(s, out);
            }
        }
    }

    /** Closes the open utterance at a gap or at the end of the leg; {@code position} is where hearing ends. */
    public void cut(UtteranceState s, long position, VadGate.Edge edge, UtteranceSink out) {
        if (!s.hearing) {
            return;
        }
        if (position != s.heardTo) {
            throw new IllegalArgumentException("cut at sample %d, but heard up to %d".formatted(position, s.heardTo));
        }
        if (edge == VadGate.Edge.SPEECH_ENDED) {
            s.speechTo = s.heardTo;
        }
        if (s.open) {
            cutPieces(s, out);
            close(s, out);
        }
        s.hearing = false;
        s.speaking = false;
        s.unsettledFrames = 0;
    }

    private static void expect(UtteranceState s, long position, int samples) {
        if (samples < 1 || samples > VadFrame.SAMPLES) {
            throw new IllegalArgumentException(
                    "need a frame of 1 to %d samples, got %d".formatted(VadFrame.SAMPLES, samples));
        }
        if (s.hearing ? position != FrameHistory.start(s, s.frames) || position != s.heardTo : position < s.heardTo) {
            throw new IllegalArgumentException("frame at sample %d, but heard %d frames up to %d without a cut"
                    .formatted(position, s.frames, s.heardTo));
        }
        if (!s.hearing) {
            FrameHistory.begin(s, position);
        }
    }

    /** A frame that contradicts the label in force waits to be settled, exactly as in the gate. */
    private void settle(UtteranceState s, float probability, VadGate.Edge edge) {
        if (edge == VadGate.Edge.NONE) {
            s.unsettledFrames = speech.contradicts(s.speaking, probability) ? s.unsettledFrames + 1 : 0;
        } else {
            s.unsettledFrames = 0;
            s.speaking = edge == VadGate.Edge.SPEECH_STARTED;
        }
        if (edge == VadGate.Edge.SPEECH_STARTED && !s.open) {
            long onset = FrameHistory.start(s, s.frames - speech.minSpeechFrames());
            open(s, Math.max(onset - pad, Math.max(s.stretchFrom, s.closedTo)));
        }
        if (s.speaking) {
            s.speechTo = s.unsettledFrames == 0 ? s.heardTo : FrameHistory.start(s, s.frames - s.unsettledFrames);
        }
    }

    private static void open(UtteranceState s, long from) {
        s.open = true;
        s.number++;
        s.from = from;
        s.pieceFrom = from;
        s.pieces = 0;
        s.pieceBounds[0] = from;
        s.energySum = 0;
        s.probabilitySum = 0;
        s.summedFrames = 0;
        s.concealedSamples = 0;
    }

    /** The piece that would make the utterance reach its limit is where it is split instead. */
    private void cutPieces(UtteranceState s, UtteranceSink out) {
        while (s.speechTo - s.pieceFrom >= piece) {
            long to = s.pieceFrom + piece;
            if (to - s.from < longest) {
                cutPiece(s, to, out);
            } else {
                long split = FrameHistory.leastLikely(s, s.pieceFrom, to);
                end(s, split, out);
                open(s, split);
            }
        }
    }

    /** The padding yields to what was heard, and to the limit, rounded down to the grid on which utterances lie. */
    private void close(UtteranceState s, UtteranceSink out) {
        long limit = s.from + longest - longest % VadFrame.SAMPLES;
        long to = Math.min(Math.min(s.speechTo + pad, s.heardTo), Math.max(s.speechTo, limit));
        while (to - s.pieceFrom > piece) {
            cutPiece(s, s.pieceFrom + piece, out);
        }
        end(s, to, out);
    }

    private static void end(UtteranceState s, long to, UtteranceSink out) {
        if (to > s.pieceFrom) {
            cutPiece(s, to, out);
        }
        s.open = false;
        s.closedTo = to;
        out.utterance(new ClosedUtterance(
                s.number,
                s.from,
                to,
                s.energySum / (to - s.from),
                s.concealedSamples,
                (float) (s.probabilitySum / s.summedFrames),
                Arrays.copyOf(s.pieceBounds, s.pieces + 1)));
    }

    private static void cutPiece(UtteranceState s, long to, UtteranceSink out) {
        FrameHistory.sum(s, s.pieceFrom, to);
        s.pieceFrom = to;
        s.pieceBounds[++s.pieces] = to;
        out.piece(s.pieceBounds[s.pieces - 1], to, s.number);
    }
}
