package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.SampleCall;
import io.undertone.job.Settings;
import io.undertone.job.kafka.EndedCallContract;
import io.undertone.job.live.CallProduct;
import io.undertone.job.live.LiveSettings;
import io.undertone.job.runtime.Quarantine;
import io.undertone.local.system.LocalConfig;
import io.undertone.local.system.RunDirectory;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.EndedCallFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What one call holds in the live leg's state, measured with Flink's own serializers, however long it lasts.
 *
 * <p>4 h cost two minutes of CPU, so the suite plays one; {@code -Dundertone.long.call.seconds=14390} plays the longest call that
 * is not cut.
 */
class FourHourCallTest {
    private static final int SECONDS = Integer.getInteger("undertone.long.call.seconds", 3_600);
    /** Shares no factor with the 92 s that repeat, so that snapshots fall everywhere into the talk. */
    private static final int SNAPSHOT_EVERY_FRAMES = 331;

    private static final long START_MILLIS = 1_767_607_200_000L; // 2026-01-05T10:00:00Z
    private static final long REOPEN_MILLIS = 600_000;
    private static final int KIB = 1_024;
    private static final int MOST_MEAN_KIB = 80;
    private static final int MOST_KIB = 128;

    @TempDir
    private Path directory;

    @Test
    void state_is_small_and_does_not_grow_with_the_call() throws Exception {
        LiveSettings settings =
                Settings.live(LocalConfig.unconnected(Recordings.projectRoot(), new RunDirectory(directory)));
        var call = new LongCall(SampleCall.read(TestSystem.TENANT).legs(), START_MILLIS, SECONDS);
        try (var chain = new LiveChain(settings, Quarantine.NONE, START_MILLIS)) {
            List<Map<String, Long>> snapshots = play(call, chain);

            assertThatStateIsBounded(snapshots);
            for (long passed = 0; passed < 2 * REOPEN_MILLIS; passed += LongCall.FRAME_MILLIS) {
                chain.clock(START_MILLIS + 1_000L * SECONDS + passed);
            }
            assertThatTheCallIsWhole(chain);
            assertThat(chain.leftOvers()).isZero();
        }
    }

    private static List<Map<String, Long>> play(LongCall call, LiveChain chain) throws Exception {
        var snapshots = new ArrayList<Map<String, Long>>();
        for (int n = 0; n < call.frames(); n++) {
            chain.clock(START_MILLIS + (n + 1L) * LongCall.FRAME_MILLIS);
            for (var record : call.at(n)) {
                chain.take(record);
            }
            if (n % SNAPSHOT_EVERY_FRAMES == SNAPSHOT_EVERY_FRAMES - 1) {
                snapshots.add(chain.stateBytes());
            }
        }
        return snapshots;
    }

    private static void assertThatStateIsBounded(List<Map<String, Long>> snapshots) {
        long[] totals = snapshots.stream().mapToLong(FourHourCallTest::total).toArray();
        for (String stage : snapshots.get(0).keySet()) {
            var bytes = snapshots.stream().mapToLong(each -> each.get(stage)).summaryStatistics();
            System.out.printf("%-20s mean %6.0f B, max %6d B%n", stage, bytes.getAverage(), bytes.getMax());
        }
        double mean = mean(totals, 0, totals.length);
        double first = mean(totals, 0, totals.length / 2);
        double second = mean(totals, totals.length / 2, totals.length);
        long max = Arrays.stream(totals).max().orElseThrow();
        System.out.printf(
                "call of %d s, %d snapshots: mean %.1f KiB (first half %.1f, second %.1f), max %.1f KiB%n",
                SECONDS, totals.length, mean / KIB, first / KIB, second / KIB, (double) max / KIB);
        assertThat(mean).isBetween(1.0 * KIB, 1.0 * MOST_MEAN_KIB * KIB);
        assertThat(max).isLessThanOrEqualTo(MOST_KIB * KIB);
        assertThat(second).isLessThanOrEqualTo(1.05 * first);
    }

    private static void assertThatTheCallIsWhole(LiveChain chain) {
        assertThat(chain.ended).hasSize(1);
        EndedCallFacts ended = ended(chain.ended.get(0));
        byte[] encoded = AvroCodec.encode(EndedCallContract.write(ended, Map.of()));
        System.out.printf(
                "%d utterances, %d insights, %d emotion windows, %d holds; EndedCall takes %d B%n",
                chain.utterances, chain.insights, chain.windows, ended.holds.size(), encoded.length);
        assertThat(encoded).hasSizeLessThan(256 * KIB);
        assertThat(ended.durationSamples).isEqualTo(SECONDS * 8_000L);
        assertThat(ended.counts.balanced()).isTrue();
        assertThat(chain.utterances).isEqualTo(ended.utterances()).isPositive();
        assertThat(ended.holds).isNotEmpty();
        assertThat(ended.legs.stream().mapToInt(leg -> leg.emotionWindows).sum())
                .isEqualTo((int) chain.windows)
                .isPositive();
    }

    private static EndedCallFacts ended(CallProduct product) {
        return Objects.requireNonNull(product.ended);
    }

    private static long total(Map<String, Long> snapshot) {
        return snapshot.values().stream().mapToLong(Long::longValue).sum();
    }

    private static double mean(long[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
