package io.undertone.local.endtoend;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.KafkaRecordSink;
import io.undertone.gateway.ScriptedRecord;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Consent;
import io.undertone.schemas.AvroCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A call as its gateway tells it, but for some events that come later than they should, or that it adds. */
final class RetoldCall {
    private static final Set<CallEventType> PAUSES = Set.of(CallEventType.SECURE_PAUSE, CallEventType.SECURE_RESUME);

    private final CallScript script;
    private final List<ScriptedRecord> records = new ArrayList<>();

    RetoldCall(CallScript script) {
        this.script = script;
        script.forEach(records::add);
    }

    /** Secure pauses are announced so much later than they are. */
    RetoldCall withPausesLateBy(long millis) {
        records.replaceAll(record -> record.value() instanceof CallEvent event && PAUSES.contains(event.getEventType())
                ? new ScriptedRecord(micros(event) + millis * 1_000, event)
                : record);
        return this;
    }

    /** Consent is another one from then on. */
    RetoldCall saying(Consent consent, int second) {
        CallEvent started = (CallEvent) records.get(0).value();
        CallEvent update = CallEvent.newBuilder(started)
                .setEventType(CallEventType.UPDATED)
                .setEventId("update at " + second)
                .setEventTime(script.start().plusSeconds(second))
                .setConsent(consent)
                .build();
        records.add(new ScriptedRecord(second * 1_000_000L, update));
        return this;
    }

    /** Publishes all of it at full speed. */
    void publish(String brokers) throws IOException {
        records.sort(Comparator.comparingLong(ScriptedRecord::atMicros));
        String name = script.recording().tenant() + "|" + script.recording().callId();
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        try (var sink = KafkaRecordSink.connect(brokers, "call-media", KafkaRecordSink.PATIENCE)) {
            for (ScriptedRecord record : records) {
                sink.send(key, AvroCodec.encode(record.value()));
            }
            sink.flush();
        }
    }

    private long micros(CallEvent event) {
        return ChronoUnit.MICROS.between(script.start(), event.getEventTime());
    }
}
