package io.undertone.udfs.speech;

import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.EndedCallFacts;
import io.undertone.udfs.call.LegSummary;
import io.undertone.udfs.call.PartyFacts;
import io.undertone.udfs.call.Recall;
import io.undertone.udfs.loudness.Levels;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes utterances of a call's frames, and cuts their audio into pieces where recording is allowed. */
public final class UtteranceAssembly {
    private static final double SILENCE_LUFS = -70;

    /** Takes what is ready, pieces before the utterance that refers to them. */
    public interface Output {
        void piece(PieceFacts piece, byte[] muLaw);

        void utterance(UtteranceFacts utterance);

        /** Behind every piece that it may be about. */
        void erase(Erasure erasure);
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
            leg.recalledFrom = AssemblyLegState.NEVER;
        }
        leg.ring.keepFrom(recording ? builder.neededFrom(leg.utterance) : leg.ring.end());
    }

    /**
     * Takes back a leg's audio from a position on; frames with a cut come next. What is stored of it already is erased: if that was
     * announced too late to tell which pieces those are, all that was stored of the leg so far.
     */
    public void recall(CallId id, AssemblyCallState call, Recall recall, Output out) {
        AssemblyLegState leg = call.leg(recall.legId);
        leg.ring.erase(recall.from, leg.ring.end());
        leg.recalledFrom = recall.from;
        leg.pieces.removeIf(piece -> piece.begin >= recall.from);
        if (recall.from < leg.keptFrom) {
            erase(id, call, recall.legId, out);
            return;
        }
        List<PieceFacts> spoilt = leg.kept.stream()
                .filter(piece -> piece.end > recall.from)
                .map(piece -> facts(id, recall.legId, piece.begin, piece.end))
                .collect(Collectors.toCollection(ArrayList::new));
        leg.kept.removeIf(piece -> piece.begin >= recall.from);
        if (!spoilt.isEmpty()) {
            call.erasures++;
            out.erase(Erasure.of(spoilt, recall.from));
        }
    }

    /** Recording is not allowed, or not any more: no audio is kept, and none stays that was. */
    public void withdraw(CallId id, AssemblyCallState call, Output out) {
        call.legs.values().forEach(leg -> {
            leg.recordingFrom = AssemblyLegState.NEVER;
            leg.ring.keepFrom(leg.ring.end());
        });
        if (call.pieces > call.withdrawn) {
            call.withdrawn = call.pieces;
            new TreeSet<>(call.legs.keySet()).forEach(legId -> erase(id, call, legId, out));
        }
    }

    private void erase(CallId id, AssemblyCallState call, String legId, Output out) {
        AssemblyLegState leg = call.leg(legId);
        leg.pieces.clear();
        leg.kept.clear();
        leg.keptFrom = 0;
        call.erasures++;
        out.erase(Erasure.of(PieceNames.ofLeg(audioDirectory, id, legId), leg.utterance.heardTo));
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
        public void piece(long from, long end, int utterance) {
            long to = Math.min(end, leg.recalledFrom);
            // What was said before the consent is not kept, not even within the same piece.
            if (from >= leg.recordingFrom && from < to) {
                leg.keep(from, to);
                call.pieces++;
                out.piece(UtteranceAssembly.this.facts(id, legId, from, to), leg.ring.copy(from, to));
            }
        }

        @Override
        public void utterance(ClosedUtterance closed) {
            long end = new Recall(legId, leg.recalledFrom).endOf(closed.fromSample(), closed.toSample());
            if (end > closed.fromSample()) {
                utterance(closed, end);
            }
            leg.pieces.clear();
        }

        private void utterance(ClosedUtterance closed, long end) {
            leg.utterances++;
            leg.speechSamples += end - closed.fromSample();
            PartyFacts party = call.facts.party(legId);
            var facts = new UtteranceFacts();
            facts.legId = legId;
            facts.number = closed.number();
            facts.role = party.role;
            facts.roleSource = party.roleSource;
            facts.begin = closed.fromSample();
            facts.end = end;
            double lufs = Levels.lufs(closed.weightedMeanSquare());
            facts.lufs = lufs < SILENCE_LUFS ? null : lufs;
            facts.speechProbability = Math.round(closed.meanProbability() * 1_000) / 1_000.0;
            facts.lostRatio = closed.concealedSamples() / (double) (closed.toSample() - closed.fromSample());
            leg.pieces.forEach(
                    piece -> facts.pieces.add(UtteranceAssembly.this.facts(id, legId, piece.begin, piece.end)));
            out.utterance(facts);
        }
    }

    private PieceFacts facts(CallId id, String legId, long from, long to) {
        var piece = new PieceFacts();
        piece.legId = legId;
        piece.uri = PieceNames.uri(audioDirectory, id, legId, from, to);
        piece.begin = from;
        piece.end = to;
        return piece;
    }
}
