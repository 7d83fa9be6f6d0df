package io.undertone.udfs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model, gate and builder on real calls. */
class RealSpeechTest {
    private static final int REACTION = 300 * VadFrame.SAMPLES_PER_MILLI;
    private static final SileroVad VAD = RealCalls.silero(1);

    @AfterAll
    static void close() {
        VAD.close();
    }

    /** A detector that hears speech everywhere has 10.4 % of it outside: the limit of 10 % alone proves little. */
    @Test
    void speech_is_detected_in_every_turn_and_hardly_outside() {
        Listener leg = heard("callytics_01_mono");
        List<long[]> turns = RealCalls.turns("callytics_01_mono");
        long[] frames = leg.frames.stream()
                .filter(frame -> frame.speech)
                .mapToLong(frame -> frame.from)
                .toArray();
        long[] utterances = leg.utterances.stream()
                .flatMapToLong(closed -> Arrays.stream(range(closed.fromSample(), closed.toSample())))
                .toArray();

        long heard = turns.stream()
                .filter(turn -> Arrays.stream(frames).anyMatch(frame -> frame >= turn[0] && frame < turn[1]))
                .count();
        double outside = shareOutside(turns, frames);
        double utterancesOutside = shareOutside(turns, utterances);
        System.out.printf(
                "callytics_01: speech in %d of %d turns; outside turns +-0.3 s: %.1f %% of speech, %.1f %% of utterances%n",
                heard, turns.size(), 100 * outside, 100 * utterancesOutside);
        assertThat(turns).hasSize(9);
        assertThat(heard).isEqualTo(9);
        assertThat(outside).isLessThan(0.02);
        assertThat(utterancesOutside).isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"auto_repairs_40_agent, 12, 25, 80, 105", "auto_repairs_40_caller, 25, 40, 80, 105"})
    void a_leg_of_four_minutes_has_dozens_of_utterances(
            String name, int fewest, int most, int fewestSeconds, int mostSeconds) {
        Listener leg = heard(name);
        LongSummaryStatistics samples = leg.utterances.stream()
                .mapToLong(closed -> closed.toSample() - closed.fromSample())
                .summaryStatistics();
        double seconds = samples.getSum() / 8_000.0;
        double longest = samples.getMax() / 8_000.0;

        System.out.printf(
                "%s: %d utterances, %.1f s of speech, longest %.1f s%n", name, leg.utterances.size(), seconds, longest);
        assertThat(leg.utterances).hasSizeBetween(fewest, most);
        assertThat(seconds).isBetween((double) fewestSeconds, (double) mostSeconds);
        assertThat(longest).isLessThanOrEqualTo(15);
    }

    @Test
    void a_call_heard_twice_is_the_same_call() {
        Listener first = heard("callytics_01_mono");
        Listener second = heard("callytics_01_mono");

        assertThat(second.utterances)
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(first.utterances);
        assertThat(second.pieces).usingRecursiveFieldByFieldElementComparator().isEqualTo(first.pieces);
    }

    private static Listener heard(String name) {
        short[] samples = RealCalls.samples(name);
        Listener leg = new Listener();
        VadMemory memory = new VadMemory();
        for (int from = 0; from < samples.length; from += VadFrame.SAMPLES) {
            short[] frame = Arrays.copyOfRange(samples, from, from + VadFrame.SAMPLES);
            VAD.load(0, memory, frame, 0);
            VAD.run(1);
            VAD.store(0, memory);
            leg.frame(Math.min(VadFrame.SAMPLES, samples.length - from), VAD.probability(0), 0, 0);
        }
        return leg.gap(0);
    }

    /** Share of the frames that lie, by half or more, outside every turn padded by 0.3 s. */
    private static double shareOutside(List<long[]> turns, long[] frames) {
        long outside = Arrays.stream(frames)
                .map(frame -> frame + VadFrame.SAMPLES / 2)
                .filter(middle ->
                        turns.stream().noneMatch(turn -> turn[0] - REACTION <= middle && middle < turn[1] + REACTION))
                .count();
        return (double) outside / frames.length;
    }

    private static long[] range(long from, long to) {
        long[] frames = new long[(int) ((to - from) / VadFrame.SAMPLES)];
        Arrays.setAll(frames, i -> from + (long) i * VadFrame.SAMPLES);
        return frames;
    }
}
