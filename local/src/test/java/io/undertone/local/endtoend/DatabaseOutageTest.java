package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.Faults;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.PublishTally;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Speed;
import io.undertone.schema.CallInsight;
import io.undertone.schemas.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database goes away while calls are on the line. */
@ExtendWith(SharedSystem.class)
class DatabaseOutageTest {
    /** How long it is away. The figure of the contract is 60; a suite that runs daily is content with 20. */
    private static final int OUTAGE_SECONDS = Integer.getInteger("undertone.outage.seconds", 20);

    private static final int BEFORE_SECONDS = 6;
    /** An insight is due when its second is over; the machine of a test is busy with much else. */
    private static final int LAG_SECONDS = 3;

    private final TestSystem system;

    DatabaseOutageTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void insights_keep_the_pace_and_no_row_is_lost_or_doubled() throws Exception {
        Instant start = Instant.now();
        List<CallScript> brief =
                scripts(start, "outage-brief-1", BEFORE_SECONDS + 4, "outage-brief-2", BEFORE_SECONDS + 8);
        List<CallScript> going = scripts(
                start,
                "outage-going-1",
                BEFORE_SECONDS + OUTAGE_SECONDS + 10,
                "outage-going-2",
                BEFORE_SECONDS + OUTAGE_SECONDS + 12);
        List<CallScript> all = Stream.concat(brief.stream(), going.stream()).toList();
        try (var insights = Topics.consumer(system.brokers(), "call-insights")) {
            var heard = new Heard(insights, ids(going));
            CompletableFuture<PublishTally> published = publish(all);
            heard.until(BEFORE_SECONDS);

            system.local().database().close();
            try {
                heard.assertPaceFor(OUTAGE_SECONDS);
            } finally {
                system.local().database().reopen();
            }

            published.get(2L * OUTAGE_SECONDS, TimeUnit.SECONDS);
        }
        all.forEach(this::assertWrittenOnce);
    }

    private void assertWrittenOnce(CallScript call) {
        List<WrittenCall> stores = system.written(call);
        assertThat(stores.get(0).calls()).hasSize(1);
        assertThat(stores.get(0).utterances()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(stores.get(1)).isEqualTo(stores.get(0));
    }

    private CompletableFuture<PublishTally> publish(List<CallScript> calls) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return system.publish(Speed.REAL_TIME, Faults.NONE, calls.toArray(CallScript[]::new));
            } catch (Exception e) {
                throw new IllegalStateException("could not publish", e);
            }
        });
    }

    /** The seconds of media that each leg of some calls has been heard for. */
    private static final class Heard {
        private final KafkaConsumer<byte[], byte[]> insights;
        private final Set<String> callIds;
        private final Map<String, Long> secondsByLeg = new HashMap<>();
        private final AvroCodec codec = new AvroCodec();

        Heard(KafkaConsumer<byte[], byte[]> insights, Set<String> callIds) {
            this.insights = insights;
            this.callIds = callIds;
        }

        /** Returns when every leg has been heard for so long. */
        void until(long seconds) throws Exception {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (secondsByLeg.size() < 2 * callIds.size() || slowest() < seconds) {
                assertThat(System.nanoTime())
                        .as("heard so far: " + secondsByLeg)
                        .isLessThan(deadline);
                follow();
            }
        }

        /** For so long, every leg is heard as fast as it speaks. */
        void assertPaceFor(int seconds) throws Exception {
            long from = slowest();
            long began = System.nanoTime();
            double most = 0;
            for (double passed = 0; passed < seconds; passed = (System.nanoTime() - began) / 1e9) {
                follow();
                most = Math.max(most, passed - (slowest() - from));
                assertThat(slowest() - from)
                        .as("seconds heard after " + passed)
                        .isGreaterThan((long) passed - LAG_SECONDS);
            }
            System.out.printf(
                    "database away for %d s: %d s heard of every leg, at most %.1f s behind%n",
                    seconds, slowest() - from, most);
        }

        private long slowest() {
            return secondsByLeg.values().stream()
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(0);
        }

        private void follow() throws Exception {
            for (var record : insights.poll(Duration.ofMillis(100))) {
                CallInsight insight = codec.decode(record.value(), CallInsight.class);
                if (callIds.contains(insight.getCallId())) {
                    secondsByLeg.merge(
                            insight.getCallId() + "/" + insight.getLegId(), insight.getMediaSecond() + 1, Math::max);
                }
            }
        }
    }

    private static Set<String> ids(List<CallScript> calls) {
        return calls.stream().map(call -> call.recording().callId()).collect(Collectors.toSet());
    }

    private static List<CallScript> scripts(
            Instant start, String first, int firstSeconds, String second, int secondSeconds) throws Exception {
        return List.of(script(start, first, firstSeconds), script(start, second, secondSeconds));
    }

    /** The beginning of the sample call, without its hold: while on hold nothing is heard. */
    private static CallScript script(Instant start, String callId, int seconds) throws Exception {
        CallRecording sample = Recordings.sample(callId);
        LegRecording[] legs = sample.legs().stream()
                .map(leg -> new LegRecording(
                        leg.legId(), leg.role(), leg.roleSource(), Arrays.copyOf(leg.samples(), seconds * 8_000)))
                .toArray(LegRecording[]::new);
        return new CallScript(Recordings.of(callId, legs), start, ScriptSettings.plain(Recordings.CONSENT));
    }
}
