package io.undertone.local.erase;

import io.undertone.schemas.Topic;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has under a key.
 *
 * @param records with a value
 * @param newest when the last of them was written; null where there is none
 * @param ended whether the last record under the key is one without value
 */
record Trace(Topic topic, long records, @Nullable Instant newest, boolean ended) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /** As a line of the proof. */
    Finding finding() {
        String place = "topic " + topic.name();
        if (newest == null) {
            return Finding.expiring(place, 0, "");
        }
        return Finding.expiring(place, records, "gone by " + MINUTE.format(goneBy(newest)));
    }

    /** Kafka deletes whole segments, and never the one that it writes to. */
    private Instant goneBy(Instant written) {
        return written.plusMillis(topic.retentionMs()).plusMillis(topic.segmentMs());
    }
}
