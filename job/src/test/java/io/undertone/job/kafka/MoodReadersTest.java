package io.undertone.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.undertone.job.live.FeedbackReply;
import io.undertone.job.postcall.AlertRecord;
import io.undertone.job.postcall.CallPart;
import io.undertone.job.postcall.VerdictRecord;
import io.undertone.job.runtime.ReadRecord;
import io.undertone.job.runtime.StepFailure;
import io.undertone.schema.AlertFeedback;
import io.undertone.schema.AlertPhase;
import io.undertone.schema.AlertVerdict;
import io.undertone.schema.CallInsight;
import io.undertone.schema.EmotionState;
import io.undertone.schema.FrustrationEvent;
import io.undertone.schema.JudgedWindow;
import io.undertone.schema.MoodScores;
import io.undertone.schema.Severity;
import io.undertone.schemas.AvroCodec;
import io.undertone.udfs.call.CallId;
import io.undertone.udfs.moods.AlertFacts;
import io.undertone.udfs.moods.Feedback;
import io.undertone.udfs.moods.WindowFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the post-call leg takes of moods, alerts and verdicts. A record that cannot be must not stop the leg for all calls. */
final class MoodReadersTest {
    private static final CallId ID = new CallId("acme", "c-1", MediaContract.micros(MoodRecords.START), 1);

    @Test
    void each_window_of_an_insight_is_a_part_of_its_call() throws Exception {
        List<CallPart> parts = windows(MoodRecords.insight(MoodRecords.scored(7), MoodRecords.failed(8)));
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.unusable).isNull();
            assertThat(part.id).usingRecursiveComparison().isEqualTo(ID);
            assertThat(part.origin.offset).isEqualTo(99);
        });
        WindowFacts scored = Objects.requireNonNull(parts.get(0).window);
        assertThat(scored.name()).isEqualTo("customer@7");
        assertThat(scored.begin + ".." + scored.end).isEqualTo("56000..80000");
        assertThat(scored.role.name() + " " + scored.voice + " " + scored.speakerId)
                .isEqualTo("CUSTOMER 2 cust-3");
        assertThat(scored.classes).isEqualTo(Map.of("anger", 0.5));
        assertThat(scored.moods).containsExactly(0.5, 0.375, 0.125);
        assertThat(scored.smoothed).containsExactly(0.25, 0.5, 0.25);
        assertThat(scored.loudnessDeltaDb).isEqualTo(3.5);
        assertThat(scored.failure).isNull();
        assertThat(scored.model).isEqualTo("emotion 1");
        WindowFacts failed = Objects.requireNonNull(parts.get(1).window);
        assertThat(failed.moods).isEmpty();
        assertThat(failed.classes).isEmpty();
        assertThat(failed.failure).isEqualTo("TIMED_OUT");
    }

    @Test
    void an_insight_without_windows_is_nothing() throws Exception {
        assertThat(windows(MoodRecords.insight())).isEmpty();
    }

    @Test
    void windows_that_are_taken_back_already_are_not_even_taken_in() throws Exception {
        CallInsight insight = MoodRecords.insight(MoodRecords.scored(7));
        insight.setEmotion(EmotionState.WITHDRAWN);
        assertThat(windows(insight)).isEmpty();
    }

    @Test
    void of_many_windows_labels_and_names_are_held_in_memory_once() throws Exception {
        List<CallPart> parts = windows(MoodRecords.insight(MoodRecords.scored(7), MoodRecords.scored(8)));
        WindowFacts one = Objects.requireNonNull(parts.get(0).window);
        WindowFacts other = Objects.requireNonNull(parts.get(1).window);
        assertThat(one.legId).isSameAs(other.legId);
        assertThat(one.model).isSameAs(other.model);
        assertThat(one.classes.keySet().iterator().next())
                .isSameAs(other.classes.keySet().iterator().next());
    }

    static Stream<Consumer<JudgedWindow>> impossibleWindows() {
        return Stream.of(
                window -> window.setWindowNumber(0),
                window -> window.setWindowNumber(PlausibleMoods.MOST_WINDOWS + 1),
                window -> window.setBeginSample(-1),
                window -> window.setEndSample(window.getBeginSample()),
                window -> window.setEndSample(CallTimes.LAST_SAMPLE + 1),
                window -> window.setVoice(-1),
                window -> window.setSpeakerId("a|b"),
                window -> window.setMood(new MoodScores(Double.NaN, 0.0, 0.0)),
                window -> window.setSmoothed(new MoodScores(0.0, Double.POSITIVE_INFINITY, 0.0)),
                window -> window.setClasses(Map.of("anger", Double.NaN)),
                window -> window.setClasses(Map.of("a\u0000", 1.0)),
                window -> window.setLoudnessDeltaDb(Double.NaN),
                window -> window.setFailure("so\u0000much"));
    }

    @ParameterizedTest
    @MethodSource("impossibleWindows")
    void a_window_that_cannot_be_is_unusable_and_the_one_beside_it_is_not(Consumer<JudgedWindow> change)
            throws Exception {
        JudgedWindow impossible = MoodRecords.scored(7);
        change.accept(impossible);
        List<CallPart> parts = windows(MoodRecords.insight(impossible, MoodRecords.scored(8)));
        assertUnusable(parts.get(0), "IMPLAUSIBLE_WINDOW");
        assertThat(parts.get(0).window).isNull();
        assertThat(parts.get(1).unusable).isNull();
    }

    @Test
    void an_alert_is_read_as_it_was_decided() throws Exception {
        AlertRecord record = only(read(new AlertReader(), MoodRecords.alert()));
        assertThat(record.unusable).isNull();
        assertThat(record.id).usingRecursiveComparison().isEqualTo(ID);
        AlertFacts alert = record.alert;
        assertThat(alert.eventId + " " + alert.alertId).isEqualTo("e-1 a-1");
        assertThat(alert.phase + " " + alert.step + " " + alert.episode).isEqualTo("CLEARED 3 2");
        assertThat(alert.severity + " " + alert.reason).isEqualTo("HIGH negative 0.75");
        assertThat(alert.beginSample + " " + alert.decidedSample + " " + alert.endSample)
                .isEqualTo("12000 20000 36000");
        assertThat(alert.score + " " + alert.peakScore).isEqualTo("0.625 0.75");
        assertThat(alert.enterThreshold + " " + alert.exitThreshold).isEqualTo("0.5 0.25");
        assertThat(alert.legId + " " + alert.role + " " + alert.speaker).isEqualTo("customer CUSTOMER CUSTOMER");
        assertThat(alert.agentId + " " + alert.queueId + " " + alert.direction).isEqualTo("a-7 billing INBOUND");
        assertThat(alert.ruleId + " " + alert.ruleVersion).isEqualTo("frustration 4");
        assertThat(alert.modelId + " " + alert.modelVersion + " " + alert.policyVersion)
                .isEqualTo("emotion 1.1 card-3");
        assertThat(alert.classes).isEqualTo(Map.of("anger", 0.625));
        assertThat(alert.speechMillis).isEqualTo(2_048);
        assertThat(alert.loudnessLufs + " " + alert.loudnessDeltaDb).isEqualTo("-19.5 7.25");
        assertThat(alert.speakerId + " " + alert.speakerScore).isEqualTo("cust-3 0.6875");
        assertThat(alert.lostRatio + " " + alert.clippedRatio).isEqualTo("0.125 0.25");
        assertThat(alert.audio).containsExactly("file:///a.wav");
    }

    @ParameterizedTest
    @EnumSource(value = AlertPhase.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void every_phase_has_its_namesake(AlertPhase phase) throws Exception {
        FrustrationEvent event = MoodRecords.alert();
        event.setPhase(phase);
        event.setEndOffsetMs(null);
        AlertRecord record = only(read(new AlertReader(), event));
        assertThat(record.alert.phase.name()).isEqualTo(phase.name());
        assertThat(record.alert.endSample).isNull();
    }

    static Stream<Consumer<FrustrationEvent>> impossibleAlerts() {
        return Stream.of(
                alert -> alert.setTenantId(""),
                alert -> alert.setPart(-1),
                alert -> alert.setEventId(""),
                alert -> alert.setAlertId("a|b"),
                alert -> alert.setLegId(""),
                alert -> alert.setPhase(AlertPhase.UNKNOWN),
                alert -> alert.setSeverity(Severity.UNKNOWN),
                alert -> alert.setStep(-1),
                alert -> alert.setEpisode(-1),
                alert -> alert.setBeginOffsetMs(-1),
                alert -> alert.setDecidedOffsetMs(CallTimes.LAST_SAMPLE),
                alert -> alert.setEndOffsetMs(-1L),
                alert -> alert.setSpeechMsInWindow(-1),
                alert -> alert.setScore(Double.NaN),
                alert -> alert.setPeakScore(Double.NaN),
                alert -> alert.setEnterThreshold(Double.NaN),
                alert -> alert.setExitThreshold(Double.NaN),
                alert -> alert.setLostRatio(Double.NaN),
                alert -> alert.setClippedRatio(Double.NaN),
                alert -> alert.setLoudnessLufs(Double.NaN),
                alert -> alert.setLoudnessDeltaDb(Double.NaN),
                alert -> alert.setSpeakerScore(Double.NaN),
                alert -> alert.setClassProbabilities(Map.of("anger", Double.NaN)),
                alert -> alert.setReason("so\u0000much"),
                alert -> alert.setReason("x".repeat(2_001)),
                alert -> alert.setQueueId("so\u0000much"),
                alert -> alert.setAudio(List.of("so\u0000much")));
    }

    @ParameterizedTest
    @MethodSource("impossibleAlerts")
    void an_alert_that_cannot_be_is_unusable(Consumer<FrustrationEvent> change) throws Exception {
        FrustrationEvent event = MoodRecords.alert();
        change.accept(event);
        assertUnusable(only(read(new AlertReader(), event)), "IMPLAUSIBLE_ALERT");
    }

    @Test
    void a_verdict_is_read_with_who_said_it_and_when() throws Exception {
        VerdictRecord record = only(read(new VerdictReader(), MoodRecords.feedback()));
        assertThat(record.unusable).isNull();
        assertThat(record.id).usingRecursiveComparison().isEqualTo(ID);
        assertThat(record.alertId + " " + record.by + " " + record.verdict).isEqualTo("a-1 eva WRONG");
        assertThat(record.atMicros).isEqualTo(ID.startMicros + 7);
    }

    @Test
    void the_call_of_an_alert_is_told_what_was_said() throws Exception {
        FeedbackReply reply = only(read(new FeedbackReader(), MoodRecords.feedback()));
        assertThat(reply.unusable).isNull();
        assertThat(reply.id).usingRecursiveComparison().isEqualTo(ID);
        assertThat(reply.answer.alertId).isEqualTo("a-1");
        assertThat(reply.answer.verdict).isEqualTo(Feedback.WRONG);
    }

    static Stream<Consumer<AlertFeedback>> impossibleVerdicts() {
        return Stream.of(
                feedback -> feedback.setCallId("a/b"),
                feedback -> feedback.setAlertId(""),
                feedback -> feedback.setBy(" "),
                feedback -> feedback.setBy("so\u0000much"),
                feedback -> feedback.setAt(Instant.parse("1969-12-31T00:00:00Z")),
                feedback -> feedback.setAt(Instant.parse("2100-01-02T00:00:00Z")),
                feedback -> feedback.setVerdict(AlertVerdict.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("impossibleVerdicts")
    void a_verdict_that_cannot_be_is_unusable(Consumer<AlertFeedback> change) throws Exception {
        AlertFeedback feedback = MoodRecords.feedback();
        change.accept(feedback);
        assertUnusable(only(read(new VerdictReader(), feedback)), "IMPLAUSIBLE_VERDICT");
        assertUnusable(only(read(new FeedbackReader(), feedback)), "IMPLAUSIBLE_VERDICT");
    }

    @Test
    void nothing_and_records_of_other_topics_are_unusable() throws Exception {
        assertUnusable(only(read(new AlertReader(), null)), "EMPTY");
        VerdictRecord other = only(read(new VerdictReader(), MoodRecords.alert()));
        assertUnusable(other, "WRONG_RECORD");
        assertThat(other.detail).isEqualTo("found a FrustrationEvent, expected AlertFeedback");
        CallInsight hostile = MoodRecords.insight(MoodRecords.scored(7));
        hostile.setCallId("a|b");
        assertUnusable(only(windows(hostile)), "IMPLAUSIBLE_PART");
    }

    @Test
    void a_bug_of_the_reader_names_call_and_record() {
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> Records.readUnopened(new AlertReader(), AvroCodec.encode(MoodRecords.alert())))
                .withMessage("read-alerts failed on call acme|c-1 at call-media, partition 3, offset 99");
    }

    private static List<CallPart> windows(CallInsight insight) throws Exception {
        return read(new WindowReader(), insight);
    }

    private static <T extends ReadRecord> List<T> read(KafkaReader<?, T> reader, @Nullable SpecificRecord value)
            throws Exception {
        return Records.readAll(reader, value == null ? null : AvroCodec.encode(value));
    }

    private static <T> T only(List<T> read) {
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static void assertUnusable(ReadRecord record, String reason) {
        assertThat(record.unusable).isEqualTo(reason);
        assertThat(record.detail).isNotEmpty();
    }
}
