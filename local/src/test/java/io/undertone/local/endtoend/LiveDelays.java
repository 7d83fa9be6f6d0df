package io.undertone.local.endtoend;

import io.undertone.schema.AlertPhase;
import io.undertone.schema.CallInsight;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How long it takes from when something is said until it is heard of: milliseconds of each insight and each alert that is raised. */
record LiveDelays(List<Long> insights, List<Long> alerts) {
    /** For what is still on its way when the calls have been published. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Listens to calls while they are published at real time, until so many insights have come. */
    static LiveDelays of(String brokers, Set<String> callIds, Future<?> publishing, int insights) throws Exception {
        var delays = new LiveDelays(new ArrayList<>(), new ArrayList<>());
        var codec = new AvroCodec();
        try (var consumer = Topics.consumer(brokers, "call-insights", "frustration-events")) {
            long end = Long.MAX_VALUE;
            while (System.nanoTime() < end && (!publishing.isDone() || delays.insights.size() < insights)) {
                for (var record : consumer.poll(Duration.ofMillis(20))) {
                    delays.add(record, callIds, codec);
                }
                if (publishing.isDone() && end == Long.MAX_VALUE) {
                    end = System.nanoTime() + PATIENCE.toNanos();
                }
            }
        }
        publishing.get();
        return delays;
    }

    static long median(List<Long> millis) {
        return millis.stream().sorted().toList().get(millis.size() / 2);
    }

    @Override
    public String toString() {
        return "insights %d ms (%d), alerts %d ms (%d)"
                .formatted(median(insights), insights.size(), median(alerts), alerts.size());
    }

    private void add(ConsumerRecord<byte[], byte[]> record, Set<String> callIds, AvroCodec codec) throws Exception {
        if (record.topic().equals("call-insights")) {
            CallInsight insight = codec.decode(record.value(), CallInsight.class);
            if (callIds.contains(insight.getCallId())) {
                insights.add(millisSince(insight.getCallStart().plusSeconds(insight.getMediaSecond() + 1)));
            }
        } else {
            FrustrationEvent alert = codec.decode(record.value(), FrustrationEvent.class);
            if (callIds.contains(alert.getCallId()) && alert.getPhase() == AlertPhase.RAISED) {
                alerts.add(millisSince(alert.getCallStart().plusMillis(alert.getDecidedOffsetMs())));
            }
        }
    }

    private static long millisSince(Instant said) {
        return Duration.between(said, Instant.now()).toMillis();
    }
}
