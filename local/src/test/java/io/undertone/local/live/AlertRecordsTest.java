package io.undertone.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AlertPhase;
import io.undertone.schema.Direction;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.Role;
import io.undertone.schema.Severity;
import io.undertone.schema.Speaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From events of alerts as the live leg writes them. */
class AlertRecordsTest {
    private final List<String> news = new ArrayList<>();
    private final Timelines timelines = new Timelines(100, (call, event) -> news.add(AlertLine.of(call, event)));

    @Test
    void each_event_is_news_once() {
        LiveRecords.tell(event("e-0", AlertPhase.RAISED, null), 0, timelines);
        LiveRecords.tell(event("e-0", AlertPhase.RAISED, null), 0, timelines);
        LiveRecords.tell(event("e-1", AlertPhase.CLEARED, 66_000L), 0, timelines);
        assertThat(news)
                .containsExactly(
                        "0:52 a MEDIUM frustration raised: negative 0.71, threshold 0.60",
                        "0:52 a MEDIUM frustration cleared: negative 0.71, threshold 0.60");
    }

    @Test
    void times_are_seconds_from_the_beginning_of_the_call() {
        LiveRecords.tell(event("e-1", AlertPhase.CLEARED, 66_000L), 0, timelines);
        AlertEvent event = Objects.requireNonNull(timelines.find(Told.CALL))
                .alerts()
                .iterator()
                .next()
                .current();
        assertThat(event.atS()).isEqualTo(52.224);
        assertThat(event.beginS()).isEqualTo(50.5);
        assertThat(event.endS()).isEqualTo(66);
    }

    private static FrustrationEvent event(String eventId, AlertPhase phase, @Nullable Long endMillis) {
        return FrustrationEvent.newBuilder()
                .setEventId(eventId)
                .setAlertId("alert")
                .setPhase(phase)
                .setStep(phase == AlertPhase.RAISED ? 0 : 1)
                .setTenantId("acme")
                .setCallId("a")
                .setCallStart(Told.START)
                .setPart(0)
                .setLegId("customer")
                .setRole(Role.CUSTOMER)
                .setDirection(Direction.INBOUND)
                .setRuleId("frustration")
                .setRuleVersion(1)
                .setSeverity(Severity.MEDIUM)
                .setReason("negative 0.71, threshold 0.60")
                .setEpisode(1)
                .setScore(0.71)
                .setPeakScore(0.75)
                .setClassProbabilities(Map.of("angry", 0.71))
                .setEnterThreshold(0.6)
                .setExitThreshold(0.4)
                .setBeginOffsetMs(50_500)
                .setEndOffsetMs(endMillis)
                .setDecidedOffsetMs(52_224)
                .setBeginTime(Told.START.plusMillis(50_500))
                .setEndTime(endMillis == null ? null : Told.START.plusMillis(endMillis))
                .setSpeechMsInWindow(2_048)
                .setSpeaker(Speaker.CUSTOMER)
                .setLostRatio(0)
                .setClippedRatio(0)
                .setModelId("model")
                .setModelVersion("1")
                .setPolicyVersion("1")
                .setAudio(List.of())
                .build();
    }
}
