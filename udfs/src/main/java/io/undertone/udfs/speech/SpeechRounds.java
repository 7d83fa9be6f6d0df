package io.undertone.udfs.speech;

import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Scores queued chunks of many legs together. The network is recurrent, so a leg's frames must follow each other; therefore it
 * works in rounds, each taking the next 256 samples of every leg that has them: a row a leg.
 *
 * <p>How chunks are cut into frames does not depend on what is heard, so that is settled when they are queued; leftovers below
 * 256 samples wait in the leg's state. Not thread-safe.
 */
public final class SpeechRounds {
    /** Shorter gaps are heard as silence; at longer ones the detector starts anew: a second closes any utterance. */
    static final int LONGEST_HEARD_GAP = 8_000;

    private final SileroVad vad;
    private final VadGate gate;
    private final int maxRows;
    /** By identity: two legs may be in the same state. */
    private final IdentityHashMap<SpeechLegState, LegScan> last = new IdentityHashMap<>();

    private final List<LegScan> heads = new ArrayList<>();
    private final short[] padded = new short[VadFrame.SAMPLES];
    private long runs;
    private long rows;

    public SpeechRounds(SileroVad vad, SpeechSettings settings, int maxRows) {
        this.vad = vad;
        this.gate = new VadGate(settings);
        this.maxRows = maxRows;
    }

    /** Queues a chunk behind those of its leg. */
    public LegScan add(SpeechLegState leg, LegChunk chunk) {
        if (chunk.position() != leg.end) {
            throw new IllegalStateException("leg %s goes on at sample %d, but its media ended at %d"
                    .formatted(chunk.legId(), chunk.position(), leg.end));
        }
        leg.end += chunk.length();
        boolean silent = chunk.gap() != GapKind.NONE;
        if (silent && (chunk.gap().cuts() || chunk.length() > LONGEST_HEARD_GAP)) {
            return queue(leg, Framing.cut(leg, chunk.legId(), chunk.position()));
        }
        return queue(leg, Framing.next(leg, chunk));
    }

    /** Queues the end of a leg: what is left over is heard, and what is unsettled takes the label in force. */
    public LegScan finish(SpeechLegState leg, String legId) {
        return queue(leg, Framing.cut(leg, legId, leg.end));
    }

    /** Queues a cut where the leg has come to; what is left over is forgotten. */
    public LegScan recall(SpeechLegState leg, String legId) {
        return queue(leg, Framing.forget(leg, legId));
    }

    /** Legs that have a frame to be scored: the size of the next round. */
    public int waiting() {
        return heads.size();
    }

    /** Scores all that is queued. */
    public void run() {
        passDone();
        while (!heads.isEmpty()) {
            for (int from = 0; from < heads.size(); from += maxRows) {
                round(heads.subList(from, Math.min(heads.size(), from + maxRows)));
            }
            passDone();
        }
        last.clear();
    }

    /** Runs of the network so far. */
    public long runs() {
        return runs;
    }

    /** Frames scored so far; over {@link #runs}, the mean batch. */
    public long rows() {
        return rows;
    }

    private LegScan queue(SpeechLegState leg, SpeechFrames frames) {
        var scan = new LegScan(leg, frames);
        LegScan before = last.put(leg, scan);
        if (before == null) {
            heads.add(scan);
        } else {
            before.next = scan;
        }
        return scan;
    }

    private void round(List<LegScan> scans) {
        for (int row = 0; row < scans.size(); row++) {
            scans.get(row).load(vad, row, padded);
        }
        vad.run(scans.size());
        runs++;
        rows += scans.size();
        for (int row = 0; row < scans.size(); row++) {
            scans.get(row).store(vad, row, gate);
        }
    }

    /** Replaces heads without work by the next scan of their leg that has some. */
    private void passDone() {
        heads.replaceAll(this::firstWithWork);
        heads.removeIf(LegScan::isDone);
    }

    private LegScan firstWithWork(LegScan head) {
        LegScan scan = head;
        while (scan.isDone()) {
            scan.finish(gate);
            if (scan.next == null) {
                return scan;
            }
            scan = scan.next;
        }
        return scan;
    }
}
