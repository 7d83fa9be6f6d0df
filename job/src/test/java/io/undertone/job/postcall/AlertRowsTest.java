package io.undertone.job.postcall;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.runtime.Filled;
import io.undertone.schema.AlertEvent;
import io.undertone.schema.FeedbackRow;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.AlertFacts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AlertRowsTest {
    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final CallId ID = new CallId("acme", "c-1", START.getEpochSecond() * 1_000_000, 2);

    @Test
    void an_alert_is_a_row_with_times_of_the_clock_and_of_the_call() {
        AlertRecord record = alert(Filled.entirely(AlertFacts.class));
        record.alert.beginSample = 12_000;
        record.alert.decidedSample = 20_000;
        record.alert.endSample = 36_000L;
        record.alert.speechMillis = 2_048;
        AlertEvent row = AlertRows.of(record);
        assertThat(row.getCallId() + " " + row.getPart() + " " + row.getRevision())
                .isEqualTo("c-1 2 0");
        assertThat(row.getCallStart()).isEqualTo(START);
        assertThat(row.getBeginS() + " " + row.getDecidedS() + " " + row.getEndS())
                .isEqualTo("1.5 2.5 4.5");
        assertThat(row.getBeginTime()).isEqualTo(START.plusMillis(1_500));
        assertThat(row.getEndTime()).isEqualTo(START.plusMillis(4_500));
        assertThat(row.getSpeechS()).isEqualTo(2.048);
    }

    @Test
    void an_alert_that_goes_on_has_no_end() {
        AlertRecord record = alert(Filled.barely(AlertFacts.class));
        record.alert.beginSample = 12_000;
        record.alert.decidedSample = 20_000;
        assertThat(AlertRows.of(record).getEndTime()).isNull();
        assertThat(AlertRows.of(record).getEndS()).isNull();
    }

    @Test
    void everything_else_stands_in_the_row_as_it_was_said() {
        AlertRecord record = alert(Filled.entirely(AlertFacts.class));
        AlertFacts alert = record.alert;
        alert.beginSample = 0;
        alert.decidedSample = 0;
        alert.endSample = null;
        AlertEvent row = AlertRows.of(record);
        assertThat(row)
                .extracting(
                        AlertEvent::getEventId,
                        AlertEvent::getAlertId,
                        AlertEvent::getPhase,
                        AlertEvent::getStep,
                        AlertEvent::getEpisode,
                        AlertEvent::getLegId,
                        AlertEvent::getRole,
                        AlertEvent::getAgentId,
                        AlertEvent::getQueueId,
                        AlertEvent::getDirection,
                        AlertEvent::getRuleId,
                        AlertEvent::getRuleVersion,
                        AlertEvent::getSeverity,
                        AlertEvent::getReason,
                        AlertEvent::getScore,
                        AlertEvent::getPeakScore,
                        AlertEvent::getClassProbabilities)
                .containsExactly(
                        alert.eventId,
                        alert.alertId,
                        alert.phase.name(),
                        alert.step,
                        alert.episode,
                        alert.legId,
                        alert.role.name(),
                        alert.agentId,
                        alert.queueId,
                        alert.direction.name(),
                        alert.ruleId,
                        alert.ruleVersion,
                        alert.severity.name(),
                        alert.reason,
                        alert.score,
                        alert.peakScore,
                        alert.classes);
        assertThat(row)
                .extracting(
                        AlertEvent::getEnterThreshold,
                        AlertEvent::getExitThreshold,
                        AlertEvent::getLoudnessLufs,
                        AlertEvent::getLoudnessDeltaDb,
                        AlertEvent::getSpeaker,
                        AlertEvent::getSpeakerId,
                        AlertEvent::getSpeakerScore,
                        AlertEvent::getLostRatio,
                        AlertEvent::getClippedRatio,
                        AlertEvent::getModelId,
                        AlertEvent::getModelVersion,
                        AlertEvent::getPolicyVersion,
                        AlertEvent::getAudioUris)
                .containsExactly(
                        alert.enterThreshold,
                        alert.exitThreshold,
                        alert.loudnessLufs,
                        alert.loudnessDeltaDb,
                        alert.speaker.name(),
                        alert.speakerId,
                        alert.speakerScore,
                        alert.lostRatio,
                        alert.clippedRatio,
                        alert.modelId,
                        alert.modelVersion,
                        alert.policyVersion,
                        alert.audio);
    }

    @Test
    void what_somebody_said_is_a_row() {
        var record = new VerdictRecord();
        record.id = ID;
        record.alertId = "a-1";
        record.by = "eva";
        record.atMicros = START.getEpochSecond() * 1_000_000 + 7;
        record.verdict = "WRONG";
        assertThat(AlertRows.of(record))
                .isEqualTo(new FeedbackRow("acme", "c-1", START, 2, 0, "a-1", "eva", START.plusNanos(7_000), "WRONG"));
    }

    private static AlertRecord alert(AlertFacts alert) {
        var record = new AlertRecord();
        record.id = ID;
        record.alert = alert;
        return record;
    }
}
