package io.undertone.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.Call;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which reports lack nothing that another analysis could find in the audio. */
final class ReportedAudioTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00.000125Z");

    @ParameterizedTest
    @CsvSource({
        "COMPLETE, COMPLETE,   COMPLETE, gpt,           true",
        "COMPLETE, COMPLETE,   PARTIAL,  lexical 1,     true",
        "COMPLETE, COMPLETE,   LANGUAGE, lexical 1,     true",
        "COMPLETE, NO_CONSENT, NO_WORDS, ,              true",
        "COMPLETE, NO_SPEECH,  NO_WORDS, ,              true",
        "COMPLETE, ,           NO_WORDS, ,              true",
        "PARTIAL,  COMPLETE,   COMPLETE, gpt,           false",
        "COMPLETE, PARTIAL,    COMPLETE, gpt,           false",
        "COMPLETE, FAILED,     NO_WORDS, ,              false",
        "COMPLETE, COMPLETE,   PARTIAL,  gpt,           false",
        "COMPLETE, COMPLETE,   FAILED,   ,              false",
        "COMPLETE, PARTIAL,    PARTIAL,  lexical 1,     false"
    })
    void a_report_is_complete_if_nothing_failed(
            String utterances,
            @Nullable String transcript,
            String analysis,
            @Nullable String analyst,
            boolean complete) {
        var report = new CallReport();
        report.call = new Call();
        report.call.setTenantId("acme");
        report.call.setCallId("c-1");
        report.call.setCallStart(START);
        report.call.setPart(2);
        report.call.setUtteranceStatus(utterances);
        report.call.setTranscriptStatus(transcript);
        report.call.setAnalysisStatus(analysis);
        report.call.setAnalyst(analyst);

        ReportedAudio audio = ReportedAudio.of(report);

        assertThat(audio.complete).isEqualTo(complete);
        assertThat(audio.key()).isEqualTo(report.call.getTenantId() + "|c-1|" + audio.id.partKey());
        assertThat(audio.id.startMicros).isEqualTo(START.toEpochMilli() * 1_000 + 125);
        assertThat(audio.id.part).isEqualTo(2);
    }
}
