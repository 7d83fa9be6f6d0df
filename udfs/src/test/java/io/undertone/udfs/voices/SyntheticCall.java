package io.undertone.udfs.voices;

import io.undertone.udfs.audio.TelephoneChannel;
import io.undertone.udfs.call.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two readers take turns of 1 to 8 s, 0 to 0.8 s apart, on one telephone line. */
record SyntheticCall(short[] samples, List<Turn> turns) {
    private static final int RATE = 8_000;
    private static final double LOUDNESS = 0.05;

    /** Up to 3 dB louder or softer than the other. */
    static SyntheticCall of(float[] agent, float[] customer, int seconds, Random random) {
        float[][] voices = {levelled(agent, random), levelled(customer, random)};
        float[] line = new float[(seconds + 9) * RATE];
        List<Turn> turns = new ArrayList<>();
        int at = samples(random, 0.2, 1);
        for (int turn = 0; at < seconds * RATE; turn++) {
            float[] voice = voices[turn % 2];
            int length = Math.min(samples(random, 1, 8), voice.length);
            System.arraycopy(voice, random.nextInt(voice.length - length + 1), line, at, length);
            turns.add(new Turn(at, at + length, turn % 2 == 0 ? Role.AGENT : Role.CUSTOMER));
            at += length + samples(random, 0, 0.8);
        }
        return new SyntheticCall(heard(line, at, random), turns);
    }

    static float[] levelled(float[] voice, Random random) {
        double squares = 0;
        for (float sample : voice) {
            squares += sample * sample;
        }
        double gain = LOUDNESS / Math.sqrt(squares / voice.length) * Math.pow(10, (random.nextDouble() * 6 - 3) / 20);
        float[] levelled = new float[voice.length];
        for (int i = 0; i < levelled.length; i++) {
            levelled[i] = (float) (voice[i] * gain);
        }
        return levelled;
    }

    /** Through the telephone, with a little noise of the line. */
    static short[] heard(float[] line, int length, Random random) {
        float[] noisy = new float[length];
        for (int i = 0; i < length; i++) {
            noisy[i] = line[i] + (float) (random.nextGaussian() * 1e-4);
        }
        float[] heard = TelephoneChannel.hear(noisy, RATE);
        short[] samples = new short[heard.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.rint(heard[i] * 32_767);
        }
        return samples;
    }

    private static int samples(Random random, double fewest, double most) {
        return (int) ((fewest + random.nextDouble() * (most - fewest)) * RATE);
    }
}
