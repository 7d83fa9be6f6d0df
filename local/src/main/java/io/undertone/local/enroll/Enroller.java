package io.undertone.local.enroll;

import io.undertone.gateway.KafkaAddress;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.SpeakerEnrollment;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.CallKey;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Hands recordings to the voices leg by its topic, and waits for what becomes of them. */
public final class Enroller {
    private static final String ENROLLMENTS = "speaker-enrollments";
    private static final String RESULTS = "enrollment-results";
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final KafkaAddress broker;
    private final Duration patience;
    private final AvroCodec codec = new AvroCodec();

    /** @param patience for the voices leg, which may be starting */
    public Enroller(KafkaAddress broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    /** Where nobody is asked who he is. */
    public Enroller(String bootstrap, Duration patience) {
        this(KafkaAddress.of(bootstrap), patience);
    }

    /** What became of the recording. An IOException says that nobody took it, or that the voices leg did not answer. */
    public EnrollmentResult enrol(SpeakerEnrollment enrollment) throws IOException {
        byte[] key = CallKey.ofSpeaker(enrollment.getTenantId(), enrollment.getSpeakerId())
                .getBytes(StandardCharsets.UTF_8);
        try (var sink = KafkaRecordSink.connect(broker, ENROLLMENTS, KafkaRecordSink.PATIENCE);
                var results = resultsFromNowOn()) {
            sink.send(key, AvroCodec.encode(enrollment));
            sink.flush();
            return await(results, enrollment);
        }
    }

    /** Stands at the ends before anything is published, so that no result can be missed. */
    private KafkaConsumer<byte[], byte[]> resultsFromNowOn() {
        var consumer = new KafkaConsumer<>(
                broker.client(Map.of("enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(RESULTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private EnrollmentResult await(KafkaConsumer<byte[], byte[]> results, SpeakerEnrollment enrollment)
            throws IOException {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            for (ConsumerRecord<byte[], byte[]> record : results.poll(GLANCE)) {
                EnrollmentResult result = read(record);
                if (result != null && enrollment.getEnrollmentId().equals(result.getEnrollmentId())) {
                    return result;
                }
            }
        }
        throw new IOException(
                ("the voices leg did not answer within %d s: does it run ('undertone run --leg voices')? The recording is"
                                + " published and will be enrolled when it does")
                        .formatted(patience.toSeconds()));
    }

    private @Nullable EnrollmentResult read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return codec.decode(record.value(), EnrollmentResult.class);
        } catch (UnreadableRecordException e) {
            return null; // somebody else's, of a release that this one does not know
        }
    }
}
