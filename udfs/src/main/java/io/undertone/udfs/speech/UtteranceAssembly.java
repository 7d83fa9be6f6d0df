package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.Interval;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.loudness.Levels;

/** Makes utterances of a call's frames, and cuts their audio into pieces where recording is allowed. */
public final class UtteranceAssembly {
    private static final double SILENCE_LUFS = -70;

    /** Takes what is ready, pieces before the utterance that refers to them. */
    public interface Output {
        void piece(PieceFacts piece, byte[] muLaw);

        void utterance(UtteranceFacts utterance);
    }

    private final UtteranceBuilder builder;
    private final String audioDirectory;

    public UtteranceAssembly(SpeechSettings speech, UtteranceSettings settings, String audioDirectory) {
        this.builder = new UtteranceBuilder(speech, settings);
        this.audioDirectory = audioDirectory;
    }

    /** Takes in frames of a leg, with their K-weighted energies. */
    public void hear(
            CallId id, AssemblyCallState call, SpeechFrames frames, double[] energies, boolean recording, Output out) {
        AssemblyLegState leg = call.leg(frames.legId());
        if (!recording) {
            leg.recordingFrom = AssemblyLegState.NEVER;
        } else if (leg.recordingFrom == AssemblyLegState.NEVER) {
            leg.recordingFrom = frames.position();
        }
        UtteranceSink sink = new Sink(id, call, leg, frames.legId(), out);
        for (int i = 0; i < frames.frames(); i++) {
            int from = frames.from(i);
            int to = frames.to(i);
            long position = frames.position() + from;
            leg.ring.append(position, frames.samples(), from, to);
            builder.advance(
                    leg.utterance,
                    position,
                    to - from,
                    frames.probabilities()[i],
                    energies[i],
                    frames.concealed()[i],
                    frames.edges()[i],
                    sink);
        }
        if (frames.cut()) {
            builder.cut(leg.utterance, frames.end(), frames.cutEdge(), sink);
        }
        leg.ring.keepFrom(recording ? builder.neededFrom(leg.utterance) : leg.ring.end());
    }

    /** Writes what was counted into the call's summary. */
    public void summarise(AssemblyCallState call, EndedCallFacts ended) {
        for (LegSummary summary : ended.legs) {
            AssemblyLegState leg = call.leg(summary.legId);
            summary.utterances = leg.utterances;
            summary.utteranceRecords = leg.utterances;
            summary.speechSamples = leg.speechSamples;
        }
    }

    private final class Sink implements UtteranceSink {
        private final CallId id;
        private final AssemblyCallState call;
        private final AssemblyLegState leg;
        private final String legId;
        private final Output out;

        Sink(CallId id, AssemblyCallState call, AssemblyLegState leg, String legId, Output out) {
            this.id = id;
            this.call = call;
            this.leg = leg;
            this.legId = legId;
            this.out = out;
        }

        @Override
        public void piece(long from, long to, int utterance) {
            // What was said before the consent is not kept, not even within the same piece.
            if (from >= leg.recordingFrom) {
                leg.pieces.add(new Interval(from, to));
                out.piece(facts(from, to), leg.ring.copy(from, to));
            }
        }

        @Override
        public void utterance(ClosedUtterance closed) {
            leg.utterances++;
            leg.speechSamples += closed.toSample() - closed.fromSample();
            PartyFacts party = call.facts.party(legId);
            var facts = new UtteranceFacts();
            facts.legId = legId;
            facts.number = closed.number();
            facts.role = party.role;
            facts.roleSource = party.roleSource;
            facts.begin = closed.fromSample();
            facts.end = closed.toSample();
            double lufs = Levels.lufs(closed.weightedMeanSquare());
            facts.lufs = lufs < SILENCE_LUFS ? null : lufs;
            facts.speechProbability = Math.round(closed.meanProbability() * 1_000) / 1_000.0;
            facts.lostRatio = closed.concealedSamples() / (double) (facts.end - facts.begin);
            leg.pieces.forEach(piece -> facts.pieces.add(facts(piece.begin, piece.end)));
            leg.pieces.clear();
            out.utterance(facts);
        }

        private PieceFacts facts(long from, long to) {
            var piece = new PieceFacts();
            piece.legId = legId;
            piece.uri = PieceNames.uri(audioDirectory, id, legId, from, to);
            piece.begin = from;
            piece.end = to;
            return piece;
        }
    }
}
