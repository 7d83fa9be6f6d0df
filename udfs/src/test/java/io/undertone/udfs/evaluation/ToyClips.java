package io.undertone.udfs.evaluation;

import io.undertone.udfs.model.Mood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Clips that can be told by their samples: each repeats a number of its own. */
final class ToyClips {
    private static final int RATE_HZ = 8_000;

    private final List<ActedClip> clips = new ArrayList<>();

    ToyClips add(String speaker, Mood mood, double... seconds) {
        for (double each : seconds) {
            short[] samples = new short[(int) (each * RATE_HZ)];
            Arrays.fill(samples, (short) (clips.size() + 1));
            clips.add(new ActedClip("clip " + (clips.size() + 1), speaker, mood, samples));
        }
        return this;
    }

    List<ActedClip> all() {
        return List.copyOf(clips);
    }

    /** Names of the clips that are heard from {@code begin} to {@code end}, and "silence". */
    static List<String> heard(short[] samples, long begin, long end) {
        List<String> heard = new ArrayList<>();
        IntStream.range((int) begin, (int) end)
                .mapToObj(i -> samples[i] == 0 ? "silence" : "clip " + samples[i])
                .filter(name -> heard.isEmpty() || !name.equals(heard.get(heard.size() - 1)))
                .forEach(heard::add);
        return heard;
    }
}
