package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.job.live.Alert;
import io.undertone.job.runtime.Filled;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.moods.AlertFacts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a consumer of alerts reads is what the judge said. */
final class AlertContractTest {
    @Test
    void an_alert_says_all_that_was_decided() throws Exception {
        Alert alert = Filled.entirely(Alert.class);
        AlertFacts facts = alert.facts;
        facts.beginSample = 80_000;
        facts.decidedSample = 112_008;
        facts.endSample = 160_000L;
        FrustrationEvent read = overKafka(alert);
        assertThat(read.getEventId()).isEqualTo(facts.eventId);
        assertThat(read.getAlertId()).isEqualTo(facts.alertId);
        assertThat(read.getPhase().name()).isEqualTo(facts.phase.name());
        assertThat(read.getStep()).isEqualTo(facts.step);
        assertThat(read.getEpisode()).isEqualTo(facts.episode);
        assertThat(read.getTenantId() + "|" + read.getCallId()).isEqualTo(alert.key());
        assertThat(read.getPart()).isEqualTo(alert.id.part);
        assertThat(read.getLegId()).isEqualTo(facts.legId);
        assertThat(read.getRole().name()).isEqualTo(facts.role.name());
        assertThat(read.getAgentId()).isEqualTo(facts.agentId);
        assertThat(read.getQueueId()).isEqualTo(facts.queueId);
        assertThat(read.getDirection().name()).isEqualTo(facts.direction.name());
        assertThat(read.getRuleId()).isEqualTo(facts.ruleId);
        assertThat(read.getRuleVersion()).isEqualTo(facts.ruleVersion);
        assertThat(read.getSeverity().name()).isEqualTo(facts.severity.name());
        assertThat(read.getReason()).isEqualTo(facts.reason);
        assertThat(read.getScore()).isEqualTo(facts.score);
        assertThat(read.getPeakScore()).isEqualTo(facts.peakScore);
        assertThat(read.getClassProbabilities()).isEqualTo(facts.classes);
        assertThat(read.getEnterThreshold()).isEqualTo(facts.enterThreshold);
        assertThat(read.getExitThreshold()).isEqualTo(facts.exitThreshold);
        assertThat(read.getSpeechMsInWindow()).isEqualTo(facts.speechMillis);
        assertThat(read.getLoudnessLufs()).isEqualTo(facts.loudnessLufs);
        assertThat(read.getLoudnessDeltaDb()).isEqualTo(facts.loudnessDeltaDb);
        assertThat(read.getSpeaker().name()).isEqualTo(facts.speaker.name());
        assertThat(read.getSpeakerId()).isEqualTo(facts.speakerId);
        assertThat(read.getSpeakerScore()).isEqualTo(facts.speakerScore);
        assertThat(read.getLostRatio()).isEqualTo(facts.lostRatio);
        assertThat(read.getClippedRatio()).isEqualTo(facts.clippedRatio);
        assertThat(read.getModelId()).isEqualTo(facts.modelId);
        assertThat(read.getModelVersion()).isEqualTo(facts.modelVersion);
        assertThat(read.getPolicyVersion()).isEqualTo(facts.policyVersion);
        assertThat(read.getAudio()).isEqualTo(facts.audio);
        assertThat(read.getBeginOffsetMs()).isEqualTo(10_000);
        assertThat(read.getDecidedOffsetMs()).isEqualTo(14_001);
        assertThat(read.getEndOffsetMs()).isEqualTo(20_000);
        assertThat(read.getBeginTime()).isEqualTo(read.getCallStart().plus(Duration.ofSeconds(10)));
        assertThat(read.getEndTime()).isEqualTo(read.getCallStart().plus(Duration.ofSeconds(20)));
    }

    @Test
    void what_is_not_known_is_null() throws Exception {
        Alert alert = Filled.barely(Alert.class);
        FrustrationEvent read = overKafka(alert);
        assertThat(read.getAgentId()).isNull();
        assertThat(read.getEndOffsetMs()).isNull();
        assertThat(read.getEndTime()).isNull();
        assertThat(read.getLoudnessDeltaDb()).isNull();
        assertThat(read.getSpeakerId()).isNull();
    }

    private static FrustrationEvent overKafka(Alert alert) throws Exception {
        return new AvroCodec().decode(AvroCodec.encode(MoodContract.write(alert)), FrustrationEvent.class);
    }
}
