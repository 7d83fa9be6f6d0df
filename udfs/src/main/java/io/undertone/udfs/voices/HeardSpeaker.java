package io.undertone.udfs.voices;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Voices of a leg that are one speaker's. */
final class HeardSpeaker {
    private final int number;
    private final List<Integer> members = new ArrayList<>();
    private final float[] sum;
    private long speechSamples;

    HeardSpeaker(int number, Voice leading) {
        this.number = number;
        this.sum = new float[leading.sum.length];
        join(number, leading);
    }

    void join(int member, Voice voice) {
        members.add(member);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += voice.sum[i];
        }
        speechSamples += voice.speechSamples;
    }

    /** Of the voice that the others turned out to be. */
    int number() {
        return number;
    }

    /** Of the voice that was known first. */
    int earliest() {
        return Collections.min(members);
    }

    boolean has(int voice) {
        return members.contains(voice);
    }

    long speechSamples() {
        return speechSamples;
    }

    /** Cosine to an embedding; 0 if that is none. */
    double likeness(float[] embedding) {
        return embedding.length == sum.length ? Embeddings.cosine(sum, embedding) : 0;
    }
}
