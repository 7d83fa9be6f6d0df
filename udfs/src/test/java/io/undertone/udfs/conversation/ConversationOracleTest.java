package io.undertone.udfs.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated calls, measured a second time in the slowest and most obvious way. */
class ConversationOracleTest {

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_sweep_finds_what_comparing_all_pairs_finds(long seed) {
        TalkTimeline timeline = GeneratedCall.of(seed).timeline();
        assertThat(Interruptions.in(timeline)).containsExactlyInAnyOrderElementsOf(allPairs(timeline.talks()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void silences_are_what_flags_per_sample_say(long seed) {
        GeneratedCall call = GeneratedCall.of(seed);
        TalkTimeline timeline = call.timeline();
        int first = (int) timeline.speech().get(0).fromSample();
        int last = (int) timeline.speech().get(timeline.speech().size() - 1).toSample();
        assertThat(timeline.silences()).isEqualTo(silencesBySample(call, first, last));
        assertThat(timeline.leadingSamples()).isEqualTo(quietSamples(call, 0, first));
        assertThat(timeline.trailingSamples()).isEqualTo(quietSamples(call, last, call.samples()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void totals_are_what_flags_per_sample_say(long seed) {
        GeneratedCall call = GeneratedCall.of(seed);
        ConversationMetrics metrics = ConversationMetrics.of(call.timeline());
        assertThat(metrics.nonTalkSeconds()).isEqualTo(seconds(nonTalkSamples(call)));
        assertThat(metrics.holdSeconds())
                .isEqualTo(seconds(SampleMask.of(call.samples(), call.holds()).count()));
        assertThat(metrics.redactedSeconds())
                .isEqualTo(
                        seconds(SampleMask.of(call.samples(), call.redactions()).count()));
        assertThat(metrics.talkSecondsByLeg()).isEqualTo(talkBySample(call, Talk::legId));
        assertThat(metrics.talkSecondsByParticipant()).isEqualTo(talkBySample(call, Talk::participant));
    }

    /** Keeps the comparisons above from becoming empty when the generator changes. */
    @Test
    void the_generated_calls_hold_every_case_that_matters() {
        List<TalkTimeline> timelines =
                seeds().mapToObj(seed -> GeneratedCall.of(seed).timeline()).toList();
        assertThat(timelines.stream().flatMap(t -> allPairs(t.talks()).stream()))
                .anyMatch(found -> found.overlap().samples() == GeneratedCall.RATE)
                .anyMatch(found ->
                        found.by().span().fromSample() - found.of().span().fromSample() == GeneratedCall.RATE)
                .hasSizeGreaterThan(1_000);
        assertThat(timelines.stream().flatMap(t -> t.silences().stream()))
                .anyMatch(silence -> silence.netSamples() < silence.span().samples())
                .hasSizeGreaterThan(1_000);
        assertThat(timelines).anyMatch(t -> t.silences().size() + 1 < t.speech().size());
    }

    private static List<Interruption> allPairs(List<Talk> talks) {
        List<Interruption> found = new ArrayList<>();
        for (Talk a : talks) {
            for (Talk b : talks) {
                long begin = Math.max(a.span().fromSample(), b.span().fromSample());
                long end = Math.min(a.span().toSample(), b.span().toSample());
                boolean startsLater = a.span().fromSample() >= b.span().fromSample() + GeneratedCall.RATE;
                boolean goesOn = b.span().toSample() >= a.span().fromSample() + GeneratedCall.RATE;
                boolean backChannel = end - begin < GeneratedCall.RATE;
                if (!a.legId().equals(b.legId()) && startsLater && goesOn && !backChannel) {
                    found.add(new Interruption(a, b, new Interval(begin, end)));
                }
            }
        }
        return found;
    }

    /** Reads the call sample by sample: a gap is a run of samples without speech between two with it. */
    private static List<Silence> silencesBySample(GeneratedCall call, int first, int last) {
        SampleMask spoken = SampleMask.of(last, spans(call));
        SampleMask gaps = new SampleMask(last);
        for (int i = first; i < last; i++) {
            if (!spoken.get(i)) {
                gaps.set(i);
            }
        }
        List<Silence> silences = new ArrayList<>();
        for (Interval gap : gaps.runs()) {
            long net = setAsideWithin(call, gap, last);
            if (gap.samples() > net) {
                silences.add(new Silence(gap, gap.samples() - net));
            }
        }
        return silences;
    }

    private static long setAsideWithin(GeneratedCall call, Interval gap, int samples) {
        SampleMask held = SampleMask.of(Math.min(samples, call.samples()), call.holds());
        SampleMask redacted = SampleMask.of(held.size(), call.redactions());
        long count = 0;
        for (int i = (int) gap.fromSample(); i < Math.min(gap.toSample(), held.size()); i++) {
            count += held.get(i) || redacted.get(i) ? 1 : 0;
        }
        return count;
    }

    private static long quietSamples(GeneratedCall call, int from, int to) {
        int end = Math.min(to, call.samples());
        return from >= end ? 0 : end - from - setAsideWithin(call, new Interval(from, end), call.samples());
    }

    private static long nonTalkSamples(GeneratedCall call) {
        SampleMask spoken = SampleMask.of(call.samples(), spans(call));
        SampleMask redacted = SampleMask.of(call.samples(), call.redactions());
        SampleMask quiet = new SampleMask(call.samples());
        for (int i = 0; i < quiet.size(); i++) {
            if (!spoken.get(i) && !redacted.get(i)) {
                quiet.set(i);
            }
        }
        List<Interval> counted = new ArrayList<>(call.holds());
        quiet.runs().stream()
                .filter(run -> run.samples() > 3 * GeneratedCall.RATE)
                .forEach(counted::add);
        return SampleMask.of(call.samples(), counted).count();
    }

    private static Map<String, Double> talkBySample(GeneratedCall call, Function<Talk, String> key) {
        Map<String, Double> seconds = new TreeMap<>();
        List<Talk> talks = call.timeline().talks();
        for (String whose : talks.stream().map(key).distinct().toList()) {
            List<Interval> spans = talks.stream()
                    .filter(talk -> key.apply(talk).equals(whose))
                    .map(Talk::span)
                    .toList();
            seconds.put(whose, seconds(SampleMask.of(2 * call.samples(), spans).count()));
        }
        return seconds;
    }

    private static List<Interval> spans(GeneratedCall call) {
        return call.timeline().talks().stream().map(Talk::span).toList();
    }

    private static double seconds(long samples) {
        return (double) samples / GeneratedCall.RATE;
    }
}
