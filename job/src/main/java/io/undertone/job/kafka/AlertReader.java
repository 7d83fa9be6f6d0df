package io.undertone.job.kafka;

import io.undertone.job.postcall.AlertRecord;
import io.undertone.job.runtime.Step;
import io.undertone.schema.FrustrationEvent;
import io.undertone.udfs.call.CallId;
import java.util.List;

/** Reads {@code frustration-events}. */
final class AlertReader extends KafkaReader<FrustrationEvent, AlertRecord> {
    private static final long serialVersionUID = 1;

    AlertReader() {
        super(Step.READ_ALERTS, FrustrationEvent.class, AlertRecord.class);
    }

    @Override
    List<AlertRecord> read(FrustrationEvent from) {
        var record = new AlertRecord();
        record.id = new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
        String problem = Plausible.problem(record.id);
        problem = problem == null ? PlausibleMoods.problem(from) : problem;
        if (problem != null) {
            return List.of(unusable("IMPLAUSIBLE_ALERT", problem));
        }
        record.alert = MoodReading.read(from);
        return List.of(record);
    }

    @Override
    AlertRecord empty() {
        return new AlertRecord();
    }
}
