package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far one part of a call has been gathered. A POJO: keyed state; the utterances lie beside it. */
public class GatherState {
    /** Arrival of the first record, milliseconds. */
    public long firstMillis;
    /** Null until the header came. */
    public @Nullable EndedCallFacts ended;

    public @Nullable RecordOrigin endedOrigin;
    public long endedMillis;
    /** Different utterances that came. */
    public int utterances;
    /** Sum of the highest versions of these: with their number, the records that are accounted for. */
    public long laterVersions;
    /** Different emotion windows that came, by leg; with the header there, none but those that it lets be kept. */
    public Map<String, Integer> windows = new HashMap<>();
    /** When the call was handed on; 0 before. From then on repeats are dropped. */
    public long doneMillis;
    /** It was handed on with utterances or emotion windows missing. */
    public boolean partial;
    /** Of a partial call, the number of the last window of each leg that was to be kept. */
    public Map<String, Integer> lastWindows = new HashMap<>();
    /** Names of the utterances and windows with which it was handed on, and of those that came too late, if it was partial: none of them is new. */
    public List<String> known = new ArrayList<>();
    /** The highest version that was there or is told of, of those of {@link #known} with one above 0. */
    public Map<String, Integer> knownVersions = new HashMap<>();

    public GatherState() {}

    /** Accounts for an utterance that takes the place of the version {@code replaced}; of none, if that is null. */
    public void count(int version, @Nullable Integer replaced) {
        if (replaced == null) {
            utterances++;
        }
        laterVersions += version - (replaced == null ? 0 : replaced);
    }

    /** Accounts for a window that came for the first time, or for one that is let go of. */
    public void countWindow(String legId, int change) {
        windows.merge(legId, change, Integer::sum);
    }

    /** Remembers that a version of an utterance was there: it, and those before it, are repeats from now on. */
    public void remember(String utterance, int version) {
        Integer before = version == 0 ? null : knownVersions.put(utterance, version);
        if (version == 0 || (before == null && !known.contains(utterance))) {
            known.add(utterance);
        }
    }
}
