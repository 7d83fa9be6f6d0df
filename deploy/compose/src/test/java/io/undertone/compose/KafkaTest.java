package io.undertone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.Leg;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

/** The broker starts from what it is given, and is found by those who ask for it. */
final class KafkaTest {
    private static final Service KAFKA = Stack.shipped().service("kafka");

    private static final String PREFIX = "KAFKA_";
    /** Of its start scripts. */
    private static final String HEAP = "KAFKA_HEAP_OPTS";

    @Test
    void every_setting_is_one_of_this_broker_s() {
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                .containsAll(settings().keySet())
                .doesNotContain("auto.create.topic.enable");
    }

    @Test
    void the_broker_itself_takes_them_together() {
        var properties = new Properties();
        properties.putAll(settings());
        var config = new KafkaConfig(properties);
        assertThat(config.nodeId()).isEqualTo(1);
        assertThat(config.logDirs()).containsExactly(KAFKA.mounts().get(0).target());
    }

    @Test
    void one_broker_holds_all_copies() {
        assertThat(settings())
                .containsEntry("default.replication.factor", "1")
                .containsEntry("offsets.topic.replication.factor", "1")
                .containsEntry("transaction.state.log.replication.factor", "1")
                .containsEntry("transaction.state.log.min.isr", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void what_others_ask_is_where_it_says_that_it_is() {
        String advertised = advertised("SERVICES");
        assertThat(MountedConfig.of(FlinkProcess.jobManager(Leg.LIVE).service())
                        .kafka()
                        .bootstrapServers())
                .isEqualTo(advertised);
        for (String command : List.of("enrolment", "publisher")) {
            List<String> words = Stack.shipped().service(command).command();
            assertThat(words.get(words.indexOf("--bootstrap") + 1)).isEqualTo(advertised);
        }
    }

    @Test
    void from_this_machine_it_is_found_where_its_port_is_published() {
        assertThat(KAFKA.ports()).extracting(port -> "localhost:" + port.host()).containsExactly(advertised("HOST"));
    }

    private static String advertised(String listener) {
        return Stream.of(settings().getOrDefault("advertised.listeners", "").split(","))
                .filter(address -> address.startsWith(listener + "://"))
                .map(address -> address.substring(listener.length() + "://".length()))
                .findFirst()
                .orElseThrow();
    }

    /** As the image's start script writes them to the broker's file. */
    private static Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        KAFKA.environment().forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !variable.equals(HEAP)) {
                String key = variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT);
                settings.put(key.replace('_', '.'), value);
            }
        });
        return settings;
    }
}
