package io.undertone.udfs.voices;

/** A voice of a leg, numbered from 1 by its place among them. A POJO: keyed state. */
public class Voice {
    /** Sum of the embeddings that taught it, each of length 1. */
    public float[] sum = {};

    /** How many those are. */
    public int lessons;

    /** Windows that were given to it, and the speech in them that no other had: samples. */
    public int windows;

    public long speechSamples;

    public Voice() {}

    Voice(float[] embedding) {
        sum = embedding.clone();
        lessons = 1;
    }

    void learn(float[] embedding) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += embedding[i];
        }
        lessons++;
    }

    /** Below this likeness a window is not of this voice: what was heard little is known little. */
    double newBelow(double grown) {
        double age = Math.min(1, (lessons - 1.0) / VoiceSettings.GROWN);
        return VoiceSettings.NEW_TO_YOUNG + (grown - VoiceSettings.NEW_TO_YOUNG) * age;
    }
}
