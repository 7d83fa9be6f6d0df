package io.undertone.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Kafka's own in-memory producer stands in for a broker. */
final class KafkaRecordSinkTest {
    private static final byte[] KEY = "acme|c-1".getBytes(UTF_8);

    @Test
    void a_record_goes_to_the_topic_and_leaves_partition_and_time_to_kafka() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(true);

        sink(producer).send(KEY, new byte[] {1, 2});

        var sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo("call-media");
        assertThat(sent.key()).isEqualTo(KEY);
        assertThat(sent.value()).containsExactly(1, 2);
        assertThat(sent.partition()).isNull();
        assertThat(sent.timestamp()).isNull();
    }

    @Test
    void a_record_that_the_broker_refused_fails_the_next_one_and_the_flush() throws IOException {
        MockProducer<byte[], byte[]> producer = producer(false);
        KafkaRecordSink sink = sink(producer);
        sink.send(KEY, new byte[] {1});
        producer.errorNext(new RecordTooLargeException("too large"));

        assertThatThrownBy(() -> sink.send(KEY, new byte[] {2}))
                .isInstanceOf(IOException.class)
                .hasMessage("the broker at kafka:9092 did not take a record for topic call-media: too large");
        assertThatThrownBy(sink::flush).isInstanceOf(IOException.class).hasMessageContaining("kafka:9092");
    }

    @Test
    void a_producer_that_refuses_at_once_is_reported_with_its_address() {
        MockProducer<byte[], byte[]> producer = producer(true);
        producer.sendException = new RecordTooLargeException("far too large");

        assertThatThrownBy(() -> sink(producer).send(KEY, new byte[] {1}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kafka:9092")
                .hasMessageContaining("far too large");
    }

    @Test
    void closing_the_sink_closes_the_producer() {
        MockProducer<byte[], byte[]> producer = producer(true);

        sink(producer).close();

        assertThat(producer.closed()).isTrue();
    }

    @Test
    void an_address_where_nobody_listens_is_named_when_the_patience_ends() throws IOException {
        String address = "127.0.0.1:" + freePort();

        assertThatThrownBy(() -> KafkaRecordSink.connect(address, "call-media", Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("no broker answers at %s (waited 1 s)", address);
    }

    @Test
    void an_address_that_is_none_is_named() {
        assertThatThrownBy(
                        () -> KafkaRecordSink.connect("no.such.host.invalid:9092", "call-media", Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.such.host.invalid:9092");
        assertThatThrownBy(() -> KafkaRecordSink.connect("kafka", "call-media", Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("kafka");
    }

    @Test
    void people_wait_less_than_half_a_minute() {
        assertThat(KafkaRecordSink.PATIENCE).isLessThan(Duration.ofSeconds(30));
    }

    private static MockProducer<byte[], byte[]> producer(boolean answersAtOnce) {
        return new MockProducer<>(answersAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaRecordSink sink(MockProducer<byte[], byte[]> producer) {
        return new KafkaRecordSink(producer, "call-media", "kafka:9092");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
