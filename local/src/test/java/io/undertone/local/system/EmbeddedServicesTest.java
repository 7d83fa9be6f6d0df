package io.undertone.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path directory;

    private static final CloseStack OPENED = new CloseStack();
    private static EmbeddedBroker broker;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        broker = OPENED.open(() -> EmbeddedBroker.start(directory.resolve("broker"), Port.ANY));
        database = OPENED.open(() -> EmbeddedDatabase.start(directory.resolve("database"), Port.ANY));
    }

    @AfterAll
    static void stop() {
        OPENED.close();
    }

    @Test
    void what_is_written_to_a_topic_is_read_back_in_order() throws Exception {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("spoken", 1, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (String word : List.of("hello", "goodbye")) {
                producer.send(new ProducerRecord<>("spoken", "acme|1", word))
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        }
        assertThat(read("spoken", 2)).containsExactly("hello", "goodbye");
    }

    @Test
    void the_database_keeps_text_in_utf_8() throws Exception {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table greeting (words text)");
            statement.execute("insert into greeting values ('Grüß Gott, 今日は')");
            try (var row = statement.executeQuery("select words, octet_length(words) from greeting")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("Grüß Gott, 今日は");
                assertThat(row.getInt(2)).isEqualTo("Grüß Gott, 今日は".getBytes(UTF_8).length);
            }
        }
    }

    @Test
    void both_keep_their_data_where_they_were_told() {
        assertThat(directory.resolve("broker/meta.properties")).exists();
        assertThat(directory.resolve("database/data/PG_VERSION")).exists();
    }

    @Test
    void a_port_in_use_is_named_with_who_wanted_it() {
        int taken = URI.create("kafka://" + broker.bootstrapServers()).getPort();
        assertThatThrownBy(() -> EmbeddedBroker.start(directory.resolve("second"), taken))
                .hasMessage("port %d for the broker is in use", taken);
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory.resolve("second"), taken))
                .hasMessage("port %d for PostgreSQL is in use", taken);
    }

    private static List<String> read(String topic, int count) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
