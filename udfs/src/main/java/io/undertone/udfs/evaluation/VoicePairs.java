package io.undertone.udfs.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Likeness of all pairs of voices: those of one speaker, and those of two. */
final class VoicePairs {
    private final float[] same;
    private final float[] different;

    private VoicePairs(float[] same, float[] different) {
        this.same = same;
        this.different = different;
    }

    static VoicePairs of(List<Voice> voices) {
        int ofOne = pairsOfOne(voices);
        var pairs = new VoicePairs(new float[ofOne], new float[pairs(voices.size()) - ofOne]);
        int s = 0;
        int d = 0;
        for (int i = 0; i < voices.size(); i++) {
            for (int j = i + 1; j < voices.size(); j++) {
                float likeness = voices.get(i).likeness(voices.get(j));
                if (voices.get(i).speaker().equals(voices.get(j).speaker())) {
                    pairs.same[s++] = likeness;
                } else {
                    pairs.different[d++] = likeness;
                }
            }
        }
        return pairs;
    }

    private static int pairsOfOne(List<Voice> voices) {
        Map<String, Integer> counts = new HashMap<>();
        voices.forEach(voice -> counts.merge(voice.speaker(), 1, Integer::sum));
        return counts.values().stream().mapToInt(VoicePairs::pairs).sum();
    }

    private static int pairs(int voices) {
        return Math.toIntExact((long) voices * (voices - 1) / 2);
    }

    int same() {
        return same.length;
    }

    int count() {
        return same.length + different.length;
    }

    /** Null without pairs of either kind. */
    @Nullable
    Double equalErrorRate() {
        return same.length == 0 || different.length == 0 ? null : EqualErrorRate.of(same, different);
    }
}
