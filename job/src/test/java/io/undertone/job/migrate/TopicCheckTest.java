package io.undertone.job.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schemas.Topic;
import io.undertone.schemas.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

final class TopicCheckTest {
    private static final Topic MEDIA = Topics.shipped().named("call-media");

    @Test
    void a_topic_as_described_is_in_order() {
        assertThat(compare(MEDIA.partitions(), Map.of())).isEqualTo(Summary.note("topic call-media is in order"));
    }

    @Test
    void more_room_than_described_is_in_order() {
        assertThat(compare(MEDIA.partitions() + 1, Map.of("max.message.bytes", "99999999"))
                        .ok())
                .isTrue();
    }

    @Test
    void every_difference_is_named_with_found_and_expected() {
        assertThat(compare(
                                3,
                                Map.of(
                                        "cleanup.policy",
                                        "compact",
                                        "retention.ms",
                                        "-1",
                                        "segment.ms",
                                        "604800000",
                                        "max.message.bytes",
                                        "1000"))
                        .problems())
                .containsExactly("topic call-media: 3 partitions, expected at least 24;"
                        + " cleanup.policy is compact, expected delete;"
                        + " max.message.bytes is 1000, expected 1048576;"
                        + " retention.ms is -1, expected 86400000;"
                        + " segment.ms is 604800000, expected 3600000");
    }

    @Test
    void a_setting_that_the_broker_does_not_tell_is_named() {
        Summary summary = TopicCheck.compare(MEDIA, MEDIA.partitions(), new Config(List.of()));
        assertThat(summary.problems()).singleElement().asString().contains("retention.ms is null, expected 86400000");
    }

    private static Summary compare(int partitions, Map<String, String> changes) {
        var settings = new HashMap<>(MEDIA.kafkaSettings());
        settings.putAll(changes);
        return TopicCheck.compare(
                MEDIA,
                partitions,
                new Config(settings.entrySet().stream()
                        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                        .toList()));
    }
}
