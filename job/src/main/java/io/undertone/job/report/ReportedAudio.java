package io.undertone.job.report;

import io.undertone.job.kafka.CallTimes;
import io.undertone.job.runtime.Keyed;
import io.undertone.schema.Call;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.call.RecordOrigin;
import io.undertone.udfs.meaning.lexical.LexicalAnalyst;
import org.jspecify.annotations.Nullable;

/** The word that a part of a call was reported on, for who keeps its audio. A POJO: it goes from subtask to subtask. */
public class ReportedAudio implements Keyed {
    public CallId id = new CallId();
    public @Nullable RecordOrigin origin;
    /** Nothing is missing that another analysis could find in the audio. */
    public boolean complete;

    public ReportedAudio() {}

    static ReportedAudio of(CallReport report) {
        Call call = report.call;
        var audio = new ReportedAudio();
        audio.id =
                new CallId(call.getTenantId(), call.getCallId(), CallTimes.micros(call.getCallStart()), call.getPart());
        audio.origin = report.origin;
        audio.complete = isComplete(call);
        return audio;
    }

    /** Of a part of a call; all its revisions have it. */
    @Override
    public String key() {
        return id.key() + "|" + id.partKey();
    }

    @Override
    public @Nullable RecordOrigin origin() {
        return origin;
    }

    /** What the lexicons never answer is no gap that time would close; what a service did not answer is. */
    private static boolean isComplete(Call call) {
        boolean heard = "COMPLETE".equals(call.getUtteranceStatus()) && !lacks(call.getTranscriptStatus());
        return heard && (LexicalAnalyst.NAME.equals(call.getAnalyst()) || !lacks(call.getAnalysisStatus()));
    }

    private static boolean lacks(@Nullable String status) {
        return "PARTIAL".equals(status) || "FAILED".equals(status);
    }
}
