package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Real legs of unequal length, heard one by one and as rows of batches that change in size and order. */
class SileroBatchTest {
    private static final List<String> LEGS =
            List.of("auto_repairs_40_agent", "callytics_01_mono", "auto_repairs_40_caller");

    @Test
    void batches_hear_bit_for_bit_what_single_frames_hear() {
        List<Leg> alone = LEGS.stream().map(Leg::new).toList();
        List<Leg> together = LEGS.stream().map(Leg::new).toList();
        try (SileroVad vad = RealCalls.silero(4)) {
            alone.forEach(leg -> hearAll(vad, List.of(leg), new Random(0)));
            hearAll(vad, together, new Random(42));
        }

        for (int i = 0; i < LEGS.size(); i++) {
            assertThat(bits(together.get(i).probabilities)).isEqualTo(bits(alone.get(i).probabilities));
            assertThat(bits(together.get(i).memory.recurrent)).isEqualTo(bits(alone.get(i).memory.recurrent));
        }
    }

    /** Without the 32 samples of context the share of this call falls to 3 %. */
    @Test
    void an_agents_leg_is_speech_for_about_a_third() {
        Leg leg = new Leg("auto_repairs_40_agent");
        try (SileroVad vad = RealCalls.silero(1)) {
            hearAll(vad, List.of(leg), new Random(0));
        }
        int speech = 0;
        for (float probability : leg.probabilities) {
            speech += probability >= 0.5f ? 1 : 0;
        }

        double share = (double) speech / leg.probabilities.length;
        System.out.printf("speech share of the agent's leg: %.1f %%%n", 100 * share);
        assertThat(share).isBetween(0.25, 0.5);
    }

    /** Rounds of every leg that has a frame, in shuffled order; now and then one sits a round out. */
    private static void hearAll(SileroVad vad, List<Leg> legs, Random random) {
        List<Leg> open = new ArrayList<>(legs);
        while (!open.isEmpty()) {
            List<Leg> round = new ArrayList<>(open);
            Collections.shuffle(round, random);
            if (round.size() > 1 && random.nextInt(4) == 0) {
                round.remove(0);
            }
            for (int row = 0; row < round.size(); row++) {
                Leg leg = round.get(row);
                vad.load(row, leg.memory, leg.samples, leg.heard * VadFrame.SAMPLES);
            }
            vad.run(round.size());
            for (int row = 0; row < round.size(); row++) {
                Leg leg = round.get(row);
                leg.probabilities[leg.heard++] = vad.probability(row);
                vad.store(row, leg.memory);
            }
            open.removeIf(leg -> leg.heard == leg.probabilities.length);
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }

    private static final class Leg {
        final short[] samples;
        final float[] probabilities;
        final VadMemory memory = new VadMemory();
        int heard;

        Leg(String name) {
            samples = RealCalls.samples(name);
            probabilities = new float[samples.length / VadFrame.SAMPLES];
        }
    }
}
