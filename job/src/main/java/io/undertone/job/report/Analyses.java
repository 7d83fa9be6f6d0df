package io.undertone.job.report;

import io.undertone.schema.Call;
import io.undertone.schema.CallAnalysis;

/** What {@code call-analyses} says of a call: its row without what tables alone are for, and no transcript. */
final class Analyses {
    private Analyses() {}

    static CallAnalysis of(Call call) {
        return CallAnalysis.newBuilder()
                .setTenantId(call.getTenantId())
                .setCallId(call.getCallId())
                .setCallStart(call.getCallStart())
                .setPart(call.getPart())
                .setRevision(call.getRevision())
                .setTranscriptStatus(call.getTranscriptStatus())
                .setTranscriptLanguage(call.getTranscriptLanguage())
                .setAnalysisStatus(call.getAnalysisStatus())
                .setAnalysisGaps(call.getAnalysisGaps())
                .setAnalysisNotOffered(call.getAnalysisNotOffered())
                .setSummary(call.getSummary())
                .setTopic(call.getTopic())
                .setConflict(call.getConflict())
                .setIssue(call.getIssue())
                .setOutcome(call.getOutcome())
                .setActionItems(call.getActionItems())
                .setSentimentCustomer(call.getSentimentCustomer())
                .setSentimentAgent(call.getSentimentAgent())
                .setSentimentShiftCustomer(call.getSentimentShiftCustomer())
                .setSentimentShiftAgent(call.getSentimentShiftAgent())
                .setTranscriber(call.getTranscriber())
                .setAnalyst(call.getAnalyst())
                .setPromptVersion(call.getPromptVersion())
                .setVersions(call.getVersions())
                .build();
    }
}
