package io.undertone.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertone.schemas.Topic.Cleanup;
import io.undertone.schemas.Topic.Delivery;
import io.undertone.schemas.Topic.Isolation;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TopicsTest {

    private static final String ONE_TOPIC = """
            topics:
              - name: some-topic
                doc: Words.
                key: tenant_id|call_id
                records: [AudioFrame]
                partitions: 12
                retention_ms: 7200000
                segment_ms: 3600000
                cleanup: compact
                max_message_bytes: 65536
                delivery: exactly-once
                isolation: read_committed
            """;

    /** Records with nothing in them that was said, heard or felt; and voiceprints, which are kept until they are forgotten. */
    private static final Set<String> MAY_LAST =
            Set.of("dead-letters", "enrollment-results", "speaker-voiceprints", "quarantined-calls");

    static Stream<Topic> topics() {
        return Topics.shipped().all().stream();
    }

    @Test
    void this_release_has_sixteen_topics() {
        assertThat(topics().map(Topic::name))
                .containsExactly(
                        "call-media",
                        "call-updates",
                        "utterances",
                        "ended-calls",
                        "call-insights",
                        "frustration-events",
                        "alert-feedback",
                        "call-analyses",
                        "reanalysis-requests",
                        "quarantined-calls",
                        "speaker-enrollments",
                        "enrollment-results",
                        "speaker-voiceprints",
                        "voiceprint-requests",
                        "voiceprint-answers",
                        "dead-letters");
    }

    @Test
    void frames_and_events_of_a_call_share_one_topic() {
        assertThat(Topics.shipped().named("call-media").records()).containsExactly("AudioFrame", "CallEvent");
    }

    @Test
    void utterances_and_ended_calls_lie_in_partitions_of_the_same_number() {
        Topics topics = Topics.shipped();

        assertThat(topics.named("utterances").partitions())
                .isEqualTo(topics.named("ended-calls").partitions());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void nothing_of_a_call_is_kept_for_over_a_day(Topic topic) {
        if (!MAY_LAST.contains(topic.name())) {
            assertThat(topic.cleanup()).isEqualTo(Cleanup.DELETE);
            assertThat(Duration.ofMillis(topic.retentionMs())).isLessThanOrEqualTo(Duration.ofHours(24));
            assertThat(Duration.ofMillis(topic.segmentMs())).isLessThanOrEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void of_a_voice_only_the_newest_voiceprint_is_kept_and_what_it_replaced_is_gone_after_a_day() {
        Topic voiceprints = Topics.shipped().named("speaker-voiceprints");

        assertThat(voiceprints.cleanup()).isEqualTo(Cleanup.COMPACT);
        assertThat(voiceprints.records()).containsExactly("SpeakerVoiceprint");
        assertThat(Duration.ofMillis(voiceprints.retentionMs())).isLessThanOrEqualTo(Duration.ofHours(24));
    }

    @Test
    void calls_in_quarantine_stay_so_until_they_are_released_and_are_read_in_one_order() {
        Topic quarantined = Topics.shipped().named("quarantined-calls");

        assertThat(quarantined.cleanup()).isEqualTo(Cleanup.COMPACT);
        assertThat(quarantined.records()).containsExactly("QuarantinedCall");
        assertThat(quarantined.partitions()).isEqualTo(1);
    }

    @Test
    void a_recording_of_a_minute_fits_into_its_topic() {
        assertThat(Topics.shipped().named("speaker-enrollments").maxMessageBytes())
                .isGreaterThan(60 * 16_000 * 2);
    }

    @Test
    void every_setting_is_read_and_given_to_kafka_by_its_name() {
        Topic topic = Topics.parse(ONE_TOPIC).named("some-topic");

        assertThat(topic)
                .extracting(Topic::doc, Topic::key, Topic::partitions, Topic::delivery, Topic::isolation)
                .containsExactly("Words.", "tenant_id|call_id", 12, Delivery.EXACTLY_ONCE, Isolation.READ_COMMITTED);
        assertThat(topic.kafkaSettings())
                .containsOnly(
                        Map.entry("cleanup.policy", "compact"),
                        Map.entry("max.compaction.lag.ms", "7200000"),
                        Map.entry("delete.retention.ms", "604800000"),
                        Map.entry("segment.ms", "3600000"),
                        Map.entry("max.message.bytes", "65536"));
    }

    @Test
    void what_is_deleted_and_not_compacted_has_a_retention() {
        String deleted = ONE_TOPIC.replace("cleanup: compact", "cleanup: delete");

        assertThat(Topics.parse(deleted).named("some-topic").kafkaSettings())
                .containsEntry("retention.ms", "7200000")
                .containsEntry("cleanup.policy", "delete")
                .doesNotContainKeys("max.compaction.lag.ms", "delete.retention.ms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "doc",
                "key",
                "records",
                "partitions",
                "retention_ms",
                "segment_ms",
                "cleanup",
                "max_message_bytes",
                "delivery",
                "isolation"
            })
    void a_missing_setting_is_named(String setting) {
        String yaml = ONE_TOPIC.replace("  - name:", "  -\n    name:").replaceFirst("\n +" + setting + ":.*", "");

        assertThatThrownBy(() -> Topics.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'%s'", setting);
    }

    @Test
    void an_unknown_setting_is_named() {
        String yaml = ONE_TOPIC + "    retention: 1\n";

        assertThatThrownBy(() -> Topics.parse(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"retention\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'name: some-topic', 'name: Some Topic', lower-case",
        "'doc: Words.', 'doc: \" \"', a doc",
        "'records: [AudioFrame]', 'records: []', at least one record",
        "'records: [AudioFrame]', 'records: [Unknown]', expected records out of",
        "'partitions: 12', 'partitions: 0', 1 to 720 partitions",
        "'partitions: 12', 'partitions: 721', 1 to 720 partitions",
        "'partitions: 12', 'partitions: 12.5', partitions",
        "'partitions: 12', 'partitions: \"12\"', partitions",
        "'partitions: 12', 'partitions: ', partitions",
        "'retention_ms: 7200000', 'retention_ms: -1', retention_ms > 0",
        "'segment_ms: 3600000', 'segment_ms: 7200001', segment_ms <= retention_ms",
        "'cleanup: compact', 'cleanup: COMPACT', Cleanup",
        "'cleanup: compact', 'cleanup: 1', Cleanup",
        "'max_message_bytes: 65536', 'max_message_bytes: 10', max_message_bytes >= 1024",
        "'isolation: read_committed', 'isolation: read_uncommitted', read_committed where delivery is exactly-once",
        "'isolation: read_committed', 'isolation: read_committed\n    partitions: 3', Duplicate field",
    })
    void an_impossible_setting_is_refused_with_what_was_expected(String right, String wrong, String message) {
        assertThat(ONE_TOPIC).contains(right);

        assertThatThrownBy(() -> Topics.parse(ONE_TOPIC.replace(right, wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_topic_is_listed_once() {
        String twice = ONE_TOPIC + ONE_TOPIC.substring(ONE_TOPIC.indexOf('\n') + 1);

        assertThatThrownBy(() -> Topics.parse(twice)).hasMessageContaining("some-topic is listed twice");
    }

    @Test
    void asking_for_an_unknown_topic_tells_the_known_ones() {
        assertThatThrownBy(() -> Topics.shipped().named("call-medias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call-media,")
                .hasMessageContaining("got call-medias");
    }
}
