package io.undertone.udfs.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.call.CallSignal.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every call, whatever happens to its records. {@link HeardPart} checks on the way that a part closes once and in
 * balance, that no media follows, and that chunks tile every leg without hole or step back.
 */
class RandomCallTest {
    private static final long TEN_HOURS = 36_000_000;

    private long mediaFed;
    private long mediaUncounted;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_frame_has_one_fate(long seed) {
        CallScenario heard = live(new RandomCall(seed));

        long received = 0;
        long refusedOrLate = 0;
        for (HeardPart part : heard.parts) {
            FrameCounts counts = part.counts;
            received += counts.received;
            refusedOrLate += counts.refused + counts.late;
            long audible = RandomCall.LEGS.stream()
                    .mapToLong(leg -> audio(part, leg).size())
                    .sum();
            assertThat(audible).as("what is played is audible or concealed").isEqualTo(counts.played - counts.lost);
        }
        assertThat(received + mediaUncounted).isEqualTo(mediaFed);
        assertThat(refusedOrLate + heard.uncounted).isEqualTo(heard.refusals.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_secret_is_heard_and_nothing_twice_or_out_of_order(long seed) {
        CallScenario heard = live(new RandomCall(seed));

        for (HeardPart part : heard.parts) {
            for (String leg : RandomCall.LEGS) {
                Sent.Key before = new Sent.Key(0, 0, -1, 0, false, 0);
                for (LegChunk chunk : audio(part, leg)) {
                    Sent.Key key = Sent.Key.of(chunk);
                    assertThat(key.secret()).as("%s is secret", key).isFalse();
                    assertThat(key.stream()).isGreaterThanOrEqualTo(before.stream());
                    if (key.stream() == before.stream()) {
                        assertThat(key.sequence()).isGreaterThan(before.sequence());
                    }
                    before = key;
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_frame_is_heard_where_it_was_captured(long seed) {
        CallScenario heard = live(new RandomCall(seed));

        for (HeardPart part : heard.parts) {
            long startMillis = part.startMicros / 1_000 - TestFrame.T0;
            for (String leg : RandomCall.LEGS) {
                for (LegChunk chunk : audio(part, leg)) {
                    Sent.Key key = Sent.Key.of(chunk);
                    assertThat(chunk.position()).as("%s", key).isEqualTo((key.capturedMillis() - startMillis) * 8);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void of_copies_the_first_that_came_is_heard(long seed) {
        var call = new RandomCall(seed);
        Map<String, Integer> first = new HashMap<>();
        for (Sent sent : call.records) {
            if (sent.key() != null) {
                first.putIfAbsent(name(sent.key()), sent.key().copy());
            }
        }
        CallScenario heard = live(call);

        for (HeardPart part : heard.parts) {
            for (String leg : RandomCall.LEGS) {
                for (LegChunk chunk : audio(part, leg)) {
                    Sent.Key key = Sent.Key.of(chunk);
                    assertThat(key.copy()).isEqualTo(first.get(name(key)));
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_replay_at_full_speed_decides_as_the_live_run_did(long seed) {
        CallScenario live = live(new RandomCall(seed));
        CallScenario replay = replayed(new RandomCall(seed));

        assertThat(replay.parts).hasSameSizeAs(live.parts);
        for (int i = 0; i < live.parts.size(); i++) {
            HeardPart expected = live.parts.get(i);
            HeardPart found = replay.parts.get(i);
            assertThat(found.startMicros).isEqualTo(expected.startMicros);
            assertThat(found.header).isEqualTo(expected.header);
            assertThat(found.summary()).isEqualTo(expected.summary());
        }
    }

    /** Every record at its time, deadlines in between; ten hours later everything is over. */
    private CallScenario live(RandomCall call) {
        var scenario = new CallScenario();
        for (Sent sent : call.records) {
            scenario.advanceTo(sent.arrivalMillis());
            feed(call, sent, scenario);
        }
        return scenario.advance(TEN_HOURS).advance(TEN_HOURS);
    }

    /** All records at once; no deadline can pass before the last is read. */
    private CallScenario replayed(RandomCall call) {
        var scenario = new CallScenario().quietSince(TEN_HOURS);
        call.records.forEach(sent -> feed(call, sent, scenario));
        return scenario.advance(2 * TEN_HOURS).advance(TEN_HOURS);
    }

    private void feed(RandomCall call, Sent sent, CallScenario scenario) {
        int uncountedBefore = scenario.uncounted;
        if (sent.frame() != null) {
            scenario.published(sent.arrivalMillis(), sent.frame().build());
        } else if (sent.signal() != null) {
            Map<String, Long> last = sent.signal() == Kind.ENDED ? call.lastSequences : Map.of();
            scenario.signal(sent.signal(), sent.arrivalMillis(), signal -> signal.lastSequences.putAll(last));
        }
        if (sent.key() != null) {
            mediaFed++;
            mediaUncounted += scenario.uncounted - uncountedBefore;
        }
        assertNothingPilesUp(scenario);
    }

    private static void assertNothingPilesUp(CallScenario scenario) {
        for (LegState leg : scenario.call.legs.values()) {
            long micros = leg.stream.held.stream()
                    .mapToLong(MediaFrame::durationMicros)
                    .sum();
            assertThat(micros).isLessThanOrEqualTo(CallScenario.REORDER_MILLIS * 1_000L);
            assertThat(leg.stream.held).hasSizeLessThanOrEqualTo(64);
        }
    }

    private static List<LegChunk> audio(HeardPart part, String leg) {
        List<LegChunk> audio = new ArrayList<>(part.chunks(leg));
        audio.removeIf(chunk -> chunk.gap() != GapKind.NONE);
        return audio;
    }

    private static String name(Sent.Key key) {
        return key.leg() + "/" + key.stream() + "/" + key.sequence();
    }
}
