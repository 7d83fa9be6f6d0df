package io.undertone.udfs.call;

import io.undertone.udfs.call.Refusal.Reason;
import io.undertone.udfs.loudness.SpectrumState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The legs of a call, each with its current stream. A new stream on a leg takes over at once: what the old one still held is
 * played, and what comes of it afterwards is late.
 */
final class Legs {
    private static final int MOST_PAST_STREAMS = 8;

    private final StreamSequencer sequencer;
    private final Playback playback;

    Legs(StreamSequencer sequencer, long paddingMillis) {
        this.sequencer = sequencer;
        this.playback = new Playback(paddingMillis * 1_000, new LegDecoder());
    }

    /** Takes in a frame; returns why it was not used, or null. */
    @Nullable
    Refusal accept(CallState call, MediaFrame frame, CallListener out) {
        LegState leg = leg(call, frame.legId);
        if (leg == null) {
            count(call, frame, false);
            return new Refusal(Reason.TOO_MANY_LEGS, "a call has at most %d legs".formatted(CallFacts.MOST_LEGS));
        }
        if (leg.pastStreams.contains(frame.streamId)) {
            count(call, frame, true);
            boolean media = frame.kind == FrameKind.MEDIA;
            return media ? new Refusal(Reason.LATE, "another stream has taken over the leg since") : null;
        }
        LegPlayer player = player(call, leg, out);
        if (!leg.stream.streamId.equals(frame.streamId)) {
            turnTo(call, leg, frame, player, out);
        }
        return sequencer.accept(leg.stream, frame, call.counts, player);
    }

    /** Plays what is held and conceals what is missing at the end of every leg. */
    void finish(CallState call, CallListener out) {
        List<LegState> sorted = new ArrayList<>(call.legs.values());
        sorted.sort(Comparator.comparing(leg -> leg.legId));
        for (LegState leg : sorted) {
            finish(call, leg, player(call, leg, out), out);
        }
    }

    /** Takes back all that was played and captured from then on: what a secure pause hides was heard before it was announced. */
    void recall(CallState call, long captureMicros, CallListener out) {
        List<LegState> sorted = new ArrayList<>(call.legs.values());
        sorted.sort(Comparator.comparing(leg -> leg.legId));
        for (LegState leg : sorted) {
            player(call, leg, out).recall(captureMicros);
        }
    }

    /** What is measured of a part has been told with its end; the memory of a closed call holds no samples. */
    static void forgetSpectra(CallState call) {
        call.legs.values().forEach(leg -> leg.spectrum = new SpectrumState());
    }

    /** Whether what the frame says of its place contradicts its record or its stream, so that its capture time proves nothing. */
    static boolean isMisplaced(CallState call, MediaFrame frame) {
        LegState leg = call.legs.get(frame.legId);
        if (leg == null || !leg.stream.streamId.equals(frame.streamId)) {
            return FrameCheck.aheadOfItsRecord(frame) != null;
        }
        return FrameCheck.aheadOfItsRecord(frame) != null || StreamCheck.isMisplaced(leg.stream, frame);
    }

    static boolean allEnded(CallState call) {
        for (LegState leg : call.legs.values()) {
            if (!StreamSequencer.hasEnded(leg.stream)) {
                return false;
            }
        }
        return !call.legs.isEmpty();
    }

    /** Every announced stream is at its last sequence or was superseded, every other one has ended, and nothing waits. */
    static boolean isComplete(CallState call) {
        for (Map.Entry<String, Long> last : call.lastSequences.entrySet()) {
            if (last.getValue() >= 0 && !isKnown(call, last.getKey())) {
                return false;
            }
        }
        for (LegState leg : call.legs.values()) {
            long last = announced(call, leg);
            boolean arrived = last < 0 ? leg.stream.ended : leg.stream.next > last;
            if (!arrived || !leg.stream.held.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKnown(CallState call, String legAndStream) {
        for (LegState leg : call.legs.values()) {
            if (legAndStream.equals(leg.legId + "/" + leg.stream.streamId)) {
                return true;
            }
        }
        return isSuperseded(call, legAndStream);
    }

    static boolean isSuperseded(CallState call, String legAndStream) {
        for (LegState leg : call.legs.values()) {
            boolean ofLeg = legAndStream.startsWith(leg.legId + "/");
            if (ofLeg && leg.pastStreams.contains(legAndStream.substring(leg.legId.length() + 1))) {
                return true;
            }
        }
        return false;
    }

    private static long announced(CallState call, LegState leg) {
        return call.lastSequences.getOrDefault(leg.legId + "/" + leg.stream.streamId, -1L);
    }

    private void finish(CallState call, LegState leg, LegPlayer player, CallListener out) {
        Moment ending = call.life.ending;
        long endMicros = ending == null ? 0 : ending.captureMicros;
        long excess = sequencer.finish(leg.stream, announced(call, leg), endMicros, call.counts, player);
        if (excess > 0) {
            out.overstated(call, excess);
        }
    }

    private void turnTo(CallState call, LegState leg, MediaFrame frame, LegPlayer player, CallListener out) {
        if (leg.streams > 0) {
            finish(call, leg, player, out);
            leg.pastStreams.add(leg.stream.streamId);
            if (leg.pastStreams.size() > MOST_PAST_STREAMS) {
                leg.pastStreams.remove(0);
            }
        }
        boolean seenFromStart = call.seenFromStart || leg.streams > 0;
        long heardMicros = leg.streams > 0 ? leg.stream.heardMicros : call.startMicros;
        leg.stream = new StreamState();
        leg.stream.heardMicros = heardMicros;
        leg.stream.streamId = frame.streamId;
        leg.stream.next = seenFromStart ? 0 : Math.max(0, frame.sequence);
        leg.streams++;
    }

    private static @Nullable LegState leg(CallState call, String legId) {
        LegState leg = call.legs.get(legId);
        if (leg == null && call.legs.size() < CallFacts.MOST_LEGS) {
            leg = new LegState();
            leg.legId = legId;
            call.legs.put(legId, leg);
        }
        return leg;
    }

    private static void count(CallState call, MediaFrame frame, boolean late) {
        if (frame.kind == FrameKind.MEDIA) {
            call.counts.received++;
            call.counts.late += late ? 1 : 0;
            call.counts.refused += late ? 0 : 1;
        }
    }

    private LegPlayer player(CallState call, LegState leg, CallListener out) {
        return new LegPlayer(call, leg, playback, out);
    }
}
