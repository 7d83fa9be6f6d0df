package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AlertPhase;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** What the live leg tells of some calls that began now: how far each of their legs has been heard, and how late alerts come. */
final class HeardLive implements AutoCloseable {
    /**
     * An insight is due when its second is over. The machine of a test is busy with much else; a leg that an outage stops is behind by as
     * long as that lasts.
     */
    private static final int LAG_SECONDS = 3;

    private final KafkaConsumer<byte[], byte[]> told;
    private final Set<String> callIds;
    private final Map<String, Long> secondsByLeg = new HashMap<>();
    /** By alert, behind the media that decided it. */
    private final Map<String, Duration> lateByAlert = new HashMap<>();

    private final AvroCodec codec = new AvroCodec();

    HeardLive(String brokers, Set<String> callIds) {
        this.told = Topics.consumer(brokers, "call-insights", "frustration-events");
        this.callIds = callIds;
    }

    /** Returns when every leg has been heard for so long. */
    void until(long seconds) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (secondsByLeg.size() < 2 * callIds.size() || slowest() < seconds) {
            assertThat(System.nanoTime()).as("heard so far: " + secondsByLeg).isLessThan(deadline);
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
            assertThat(slowest() - from).as("seconds heard after " + passed).isGreaterThan((long) passed - LAG_SECONDS);
        }
        System.out.printf(
                "stores away for %d s: %d s heard of every leg, at most %.1f s behind%n",
                seconds, slowest() - from, most);
    }

    /** So many alerts have come so far, each soon after what it is about. */
    void assertAlertsInTime(int alerts) {
        System.out.printf(
                "alerts while the stores were away, behind the media that decided them: %s%n", lateByAlert.values());
        assertThat(lateByAlert.values())
                .hasSizeGreaterThanOrEqualTo(alerts)
                .allMatch(late -> late.compareTo(Duration.ofSeconds(LAG_SECONDS)) < 0);
    }

    @Override
    public void close() {
        told.close();
    }

    private long slowest() {
        return secondsByLeg.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private void follow() throws Exception {
        for (var record : told.poll(Duration.ofMillis(100))) {
            if (record.topic().equals("call-insights")) {
                hear(codec.decode(record.value(), CallInsight.class));
            } else {
                hear(codec.decode(record.value(), FrustrationEvent.class));
            }
        }
    }

    private void hear(CallInsight insight) {
        if (callIds.contains(insight.getCallId())) {
            secondsByLeg.merge(insight.getCallId() + "/" + insight.getLegId(), insight.getMediaSecond() + 1, Math::max);
        }
    }

    private void hear(FrustrationEvent alert) {
        if (callIds.contains(alert.getCallId()) && alert.getPhase() == AlertPhase.RAISED) {
            Instant decided = alert.getCallStart().plusMillis(alert.getDecidedOffsetMs());
            lateByAlert.putIfAbsent(alert.getAlertId(), Duration.between(decided, Instant.now()));
        }
    }
}
