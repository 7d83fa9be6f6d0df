package io.undertone.job.kafka;

import io.undertone.job.live.FeedbackReply;
import io.undertone.job.runtime.Step;
import io.undertone.schema.AlertFeedback;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.Feedback;
import java.util.List;

/** Reads {@code alert-feedback} for the calls that the alerts are about. */
final class FeedbackReader extends KafkaReader<AlertFeedback, FeedbackReply> {
    private static final long serialVersionUID = 1;

    FeedbackReader() {
        super(Step.READ_FEEDBACK, AlertFeedback.class, FeedbackReply.class);
    }

    @Override
    List<FeedbackReply> read(AlertFeedback from) {
        var reply = new FeedbackReply();
        reply.id = new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
        String problem = Plausible.problem(reply.id);
        problem = problem == null ? PlausibleMoods.problem(from) : problem;
        if (problem != null) {
            return List.of(unusable("IMPLAUSIBLE_VERDICT", problem));
        }
        reply.answer.alertId = from.getAlertId();
        reply.answer.verdict = Enums.to(Feedback.class, from.getVerdict());
        return List.of(reply);
    }

    @Override
    FeedbackReply empty() {
        return new FeedbackReply();
    }
}
