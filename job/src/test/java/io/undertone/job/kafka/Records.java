package io.undertone.job.kafka;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.CallUpdate;
import io.undertone.schema.Codec;
import io.undertone.schema.Consent;
import io.undertone.schema.Direction;
import io.undertone.schema.FrameType;
import io.undertone.schema.Participant;
import io.undertone.schema.Role;
import io.undertone.schema.RoleSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.Collector;
import org.apache.flink.util.SimpleUserCodeClassLoader;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records as gateways publish them, and what a reader makes of them. */
final class Records {
    static final String KEY = "acme|c-1";
    static final Instant AT = Instant.parse("2026-01-05T10:00:00.123456Z");

    private Records() {}

    static AudioFrame.Builder frame() {
        return AudioFrame.newBuilder()
                .setTenantId("acme")
                .setCallId("c-1")
                .setLegId("agent")
                .setStreamId("s-1")
                .setParticipantRole(Role.AGENT)
                .setSequence(7)
                .setMediaOffsetSamples(5_600)
                .setCaptureTime(AT)
                .setCodec(Codec.PCMA)
                .setSampleRateHz(8_000)
                .setChannelCount(1)
                .setDurationSamples(4)
                .setPayload(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}))
                .setFrameType(FrameType.MEDIA)
                .setGatewayId("g-1");
    }

    static CallEvent.Builder event(CallEventType type) {
        return CallEvent.newBuilder()
                .setEventId("e-1")
                .setTenantId("acme")
                .setCallId("c-1")
                .setEventType(type)
                .setEventTime(AT)
                .setSequence(3)
                .setParticipants(
                        Map.of("agent", new Participant("p-1", "v-1", Role.AGENT, RoleSource.SIPREC, "a-1", null)))
                .setDirection(Direction.OUTBOUND)
                .setQueueId("billing")
                .setLanguage("en-GB")
                .setConsent(new Consent(true, false, null))
                .setEndReason("hung up")
                .setLastSequence(Map.of("agent/s-1", 41L))
                .setAttributes(Map.of("campaign", "spring"));
    }

    static CallUpdate.Builder update() {
        return CallUpdate.newBuilder()
                .setUpdateId("u-1")
                .setTenantId("acme")
                .setCallId("c-1")
                .setUpdateTime(AT)
                .setParticipants(
                        Map.of("agent", new Participant(null, null, Role.AGENT, RoleSource.GATEWAY, "a-2", null)))
                .setDirection(Direction.UNKNOWN)
                .setQueueId("sales")
                .setConsent(new Consent(null, null, true))
                .setAttributes(Map.of());
    }

    static <T> T read(KafkaRecordDeserializationSchema<T> reader, byte @Nullable [] value) throws Exception {
        return read(reader, KEY, value);
    }

    static <T> T read(KafkaRecordDeserializationSchema<T> reader, @Nullable String key, byte @Nullable [] value)
            throws Exception {
        reader.open(new Context());
        return readUnopened(reader, key, value);
    }

    /** By a reader that cannot work yet. */
    static <T> T readUnopened(KafkaRecordDeserializationSchema<T> reader, byte[] value) throws Exception {
        return readUnopened(reader, KEY, value);
    }

    /** By a reader of which any number of elements may come. */
    static <T> List<T> readAll(KafkaRecordDeserializationSchema<T> reader, byte @Nullable [] value) throws Exception {
        reader.open(new Context());
        return deserialized(reader, KEY, value);
    }

    private static <T> T readUnopened(
            KafkaRecordDeserializationSchema<T> reader, @Nullable String key, byte @Nullable [] value)
            throws Exception {
        List<T> read = deserialized(reader, key, value);
        if (read.size() != 1) {
            throw new AssertionError("one record in, %d out".formatted(read.size()));
        }
        return read.get(0);
    }

    private static <T> List<T> deserialized(
            KafkaRecordDeserializationSchema<T> reader, @Nullable String key, byte @Nullable [] value)
            throws Exception {
        byte @Nullable [] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        List<T> read = new ArrayList<>();
        reader.deserialize(
                new ConsumerRecord<>(
                        "call-media",
                        3,
                        99,
                        1_767_607_201_000L,
                        TimestampType.CREATE_TIME,
                        8,
                        value == null ? -1 : value.length,
                        keyBytes,
                        value,
                        new RecordHeaders(),
                        Optional.empty()),
                new Collected<>(read));
        return read;
    }

    private record Collected<T>(List<T> values) implements Collector<T> {
        @Override
        public void collect(T value) {
            values.add(value);
        }

        @Override
        public void close() {}
    }

    private static final class Context implements DeserializationSchema.InitializationContext {
        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public UserCodeClassLoader getUserCodeClassLoader() {
            return SimpleUserCodeClassLoader.create(Records.class.getClassLoader());
        }
    }
}
