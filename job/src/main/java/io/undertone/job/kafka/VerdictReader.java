package io.undertone.job.kafka;

import io.undertone.job.postcall.VerdictRecord;
import io.undertone.job.runtime.Step;
import io.undertone.schema.AlertFeedback;
import io.undertone.udfs.call.CallId;
import java.util.List;

/** Reads {@code alert-feedback} for its table. */
final class VerdictReader extends KafkaReader<AlertFeedback, VerdictRecord> {
    private static final long serialVersionUID = 1;

    VerdictReader() {
        super(Step.READ_VERDICTS, AlertFeedback.class, VerdictRecord.class);
    }

    @Override
    List<VerdictRecord> read(AlertFeedback from) {
        var record = new VerdictRecord();
        record.id = new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
        String problem = Plausible.problem(record.id);
        problem = problem == null ? PlausibleMoods.problem(from) : problem;
        if (problem != null) {
            return List.of(unusable("IMPLAUSIBLE_VERDICT", problem));
        }
        record.alertId = from.getAlertId();
        record.by = from.getBy();
        record.atMicros = MediaContract.micros(from.getAt());
        record.verdict = from.getVerdict().name();
        return List.of(record);
    }

    @Override
    VerdictRecord empty() {
        return new VerdictRecord();
    }
}
