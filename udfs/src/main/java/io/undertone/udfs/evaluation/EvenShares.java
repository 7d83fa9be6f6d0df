package io.undertone.udfs.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deals clips into shares of about the same length: the longest first, each to the shortest share. */
final class EvenShares {
    private EvenShares() {}

    /** The most shares of which none is shorter than {@code leastSamples}; none if all clips together are. */
    static List<List<ActedClip>> ofAtLeast(long leastSamples, List<ActedClip> clips) {
        for (int count = (int) (length(clips) / leastSamples); count > 0; count--) {
            List<List<ActedClip>> shares = of(count, clips);
            if (shares.stream().allMatch(share -> length(share) >= leastSamples)) {
                return shares;
            }
        }
        return List.of();
    }

    /** So many shares; some are empty where there are fewer clips. */
    static List<List<ActedClip>> of(int count, List<ActedClip> clips) {
        List<List<ActedClip>> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        clips.stream()
                .sorted(Comparator.comparingInt(clip -> -clip.samples().length))
                .forEach(clip -> shares.stream()
                        .min(Comparator.comparingLong(EvenShares::length))
                        .orElseThrow()
                        .add(clip));
        return shares;
    }

    static long length(List<ActedClip> clips) {
        return clips.stream().mapToLong(clip -> clip.samples().length).sum();
    }
}
