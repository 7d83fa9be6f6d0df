package io.undertone.job.kafka;

import io.undertone.job.live.Alert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Alerts as CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the value is the record as in every other topic. All
 * are functions of the event, so that a repeat is the same event.
 */
final class CloudEvents {
    private static final String TYPE = "io.undertone.frustration.";

    private CloudEvents() {}

    static List<Header> headers(Alert alert) {
        var times = new CallTimes(alert.id);
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", alert.facts.eventId),
                header("ce_source", "undertone/" + alert.id.tenantId),
                header("ce_type", TYPE + alert.facts.phase.name().toLowerCase(Locale.ROOT)),
                header("ce_subject", alert.id.callId),
                header("ce_time", times.at(alert.facts.decidedSample).toString()),
                header("content-type", "application/avro"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
