package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.Direction;
import io.undertone.udfs.call.VoiceFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls of two readers whom the model never heard. Nothing in the tracker was chosen by them. */
class SyntheticCallsTest {
    private static final int CALLS = 30;
    private static final int SECONDS = Integer.getInteger("undertone.synthetic-seconds", 50);
    private static final long SEED = Long.getLong("undertone.synthetic-seed", 5);

    @Test
    void nine_tenths_of_the_speech_of_thirty_calls_have_the_right_role() throws IOException {
        List<float[]> readers = Readers.heldOut();
        assertThat(readers).hasSize(40);
        var random = new Random(SEED);
        List<Double> ended = new ArrayList<>();
        List<Double> live = new ArrayList<>();
        try (var models = new AskedModels()) {
            var roles = new VoiceRoles(models.settings());
            for (int call = 0; call < CALLS; call++) {
                List<Integer> pair = pair(readers.size(), random);
                var heard = SyntheticCall.of(readers.get(pair.get(0)), readers.get(pair.get(1)), SECONDS, random);
                HeardLeg leg = HeardLeg.mixed(
                        models, heard.samples(), voices -> roles.ofMixedLeg(voices, List.of(), Direction.INBOUND));
                List<VoiceFacts> facts = roles.ofMixedLeg(leg.voices, List.of(), Direction.INBOUND);
                ended.add(Turn.right(heard.turns(), leg.spoken, leg.ended(facts)));
                live.add(Turn.right(heard.turns(), leg.spoken, leg.live));
            }
        }
        print(ended, live);
        assertThat(mean(ended)).isGreaterThanOrEqualTo(0.9);
    }

    private static List<Integer> pair(int readers, Random random) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, readers).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, 2);
    }

    private static void print(List<Double> ended, List<Double> live) {
        System.out.printf(
                "%d synthetic calls of %d s, seed %d: right role for %.1f %% of speech in the ended call (worst %.1f %%, %d below"
                        + " 90 %%), %.1f %% live%n",
                CALLS,
                SECONDS,
                SEED,
                100 * mean(ended),
                100 * Collections.min(ended),
                ended.stream().filter(share -> share < 0.9).count(),
                100 * mean(live));
    }

    private static double mean(List<Double> shares) {
        return shares.stream().mapToDouble(share -> share).average().orElseThrow();
    }
}
