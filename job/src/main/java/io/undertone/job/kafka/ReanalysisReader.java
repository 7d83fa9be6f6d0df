package io.undertone.job.kafka;

import io.undertone.job.reanalysis.Reanalysis;
import io.undertone.job.runtime.Step;
import io.undertone.schema.ReanalysisRequest;
import io.undertone.udfs.call.CallId;
import java.util.List;

/** Reads {@code reanalysis-requests}. */
final class ReanalysisReader extends KafkaReader<ReanalysisRequest, Reanalysis> {
    private static final long serialVersionUID = 1;

    /** Far above what anybody asks for. */
    private static final int LAST_REVISION = 1_000_000;

    ReanalysisReader() {
        super(Step.READ_REANALYSES, ReanalysisRequest.class, Reanalysis.class);
    }

    @Override
    List<Reanalysis> read(ReanalysisRequest from) {
        var id = new CallId(
                from.getTenantId(), from.getCallId(), MediaContract.micros(from.getCallStart()), from.getPart());
        String problem = Plausible.problem(id);
        if (problem == null && (from.getRevision() < 1 || from.getRevision() > LAST_REVISION)) {
            problem = "revision %d; expected one from 1 to %d".formatted(from.getRevision(), LAST_REVISION);
        }
        if (problem != null) {
            return List.of(unusable("IMPLAUSIBLE_REQUEST", problem));
        }
        var request = new Reanalysis();
        request.id = id;
        request.revision = from.getRevision();
        return List.of(request);
    }

    @Override
    Reanalysis empty() {
        return new Reanalysis();
    }
}
