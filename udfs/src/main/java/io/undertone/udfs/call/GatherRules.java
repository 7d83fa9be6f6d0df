package io.undertone.udfs.call;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * When an ended call goes on to be described.
 *
 * @param patienceMillis how long the header waits for missing utterances and windows before the call goes on without them
 * @param memoryMillis how long a call that went on is remembered, so that repeats are dropped: longer than the live leg can
 *     replay
 */
public record GatherRules(long patienceMillis, long memoryMillis) implements Serializable {
    public GatherRules {
        if (patienceMillis <= 0 || memoryMillis <= 0) {
            throw new IllegalArgumentException(
                    "need patience and memory over 0 ms, got %d and %d".formatted(patienceMillis, memoryMillis));
        }
    }

    /**
     * Whether every utterance that the header announced is there: all numbers, and each in its last version. A version stands for all
     * before it, so that those need not come.
     */
    public boolean hasAllUtterances(GatherState call) {
        return call.ended != null
                && call.utterances >= call.ended.utterances()
                && call.utterances + call.laterVersions >= call.ended.utteranceRecords();
    }

    /** Whether everything is there that the header announced: utterances, and emotion windows of the legs whose moods are kept. */
    public boolean isComplete(GatherState call) {
        EndedCallFacts ended = call.ended;
        return ended != null
                && hasAllUtterances(call)
                && ended.legs.stream()
                        .allMatch(leg -> call.windows.getOrDefault(leg.legId, 0) >= ended.keptWindows(leg.legId));
    }

    /** Whether a window is to be kept, as far as is known by now: a header may still say otherwise. */
    public boolean keepsWindow(GatherState call, String legId, int number) {
        return call.ended == null || number <= call.ended.keptWindows(legId);
    }

    /**
     * Whether a header counts an utterance in. One with a number beyond is of a run that was not the last: a leg that failed had
     * split an utterance that it did not split again, because a model had no answer then or now.
     */
    public boolean isAnnounced(EndedCallFacts ended, String legId, int number) {
        return ended.legs.stream().filter(leg -> leg.legId.equals(legId)).allMatch(leg -> number <= leg.utterances);
    }

    /** Whether an utterance takes the place of the one of its name that is there. Of a repeat the last one counts. */
    public boolean replaces(int version, @Nullable Integer there) {
        return there == null || version >= there;
    }

    /** Whether the call goes on as it is, because the rest has been waited for long enough. */
    public boolean isOverdue(GatherState call, long nowMillis, long quietSinceMillis) {
        return call.ended != null && call.doneMillis == 0 && dueMillis(call, quietSinceMillis) <= nowMillis;
    }

    /** Whether an utterance is one that the call went on without: no repeat, though the call is done. */
    public boolean isTooLate(GatherState call, String utterance, int version) {
        return call.partial
                && (!call.known.contains(utterance) || version > call.knownVersions.getOrDefault(utterance, 0));
    }

    /** Whether a window is one that the call went on without, though it was to be kept. */
    public boolean isWindowTooLate(GatherState call, String legId, int number, String window) {
        return call.partial && number <= call.lastWindows.getOrDefault(legId, 0) && !call.known.contains(window);
    }

    /** When to look again. What never got a header is remembered as long as one that was done. */
    public long dueMillis(GatherState call, long quietSinceMillis) {
        if (call.doneMillis > 0) {
            return Math.max(call.doneMillis, quietSinceMillis) + memoryMillis;
        }
        if (call.ended != null) {
            return Math.max(call.endedMillis, quietSinceMillis) + patienceMillis;
        }
        return Math.max(call.firstMillis, quietSinceMillis) + memoryMillis;
    }
}
