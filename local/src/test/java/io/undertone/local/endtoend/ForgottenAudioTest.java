package io.undertone.local.endtoend;

import static io.undertone.local.endtoend.SecretCall.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.CallScript;
import io.undertone.gateway.ScriptSettings;
import io.undertone.schema.Consent;
import io.undertone.udfs.audio.Encoding;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was stored already and must not stay: behind a secure pause that comes late, a withdrawal, and a report. */
class ForgottenAudioTest {
    private static final String BRIEF = "brief";
    private static final int SECONDS = 45;

    private static TestSystem system;

    @BeforeAll
    static void start() {
        system = TestSystem.start(Map.of(
                "tenants", Map.of(BRIEF, Map.of("audio", Map.of("retention", Map.of("complete_ms", 1))))));
    }

    @AfterAll
    static void close() {
        system.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {2_000, 15_000})
    void of_a_secure_pause_that_is_announced_late_no_sample_stays(long lateMillis) throws Exception {
        var script = new CallScript(SecretCall.recording("late-pause-" + lateMillis), Instant.now(), pausing());
        new RetoldCall(script).withPausesLateBy(lateMillis).publish(system.brokers());

        WrittenCall call = system.written(script).get(0);
        List<Path> files = system.audioFiles(script);
        assertThat(SecretCall.loudestSample(files)).isBetween(1, SecretCall.LOUDEST_PLAIN_SAMPLE);
        for (Row utterance : call.utterances()) {
            boolean outside = utterance.sample("end_s") <= SECRET.beginSample()
                    || utterance.sample("begin_s") >= SECRET.endSample();
            assertThat(outside).as(utterance.toString()).isTrue();
            assertThat(utterance.texts("audio_uris"))
                    .isNotEmpty()
                    .allSatisfy(uri -> assertThat(Path.of(URI.create(uri))).isIn(files));
        }
        assertThat(call.utterances())
                .anyMatch(utterance -> utterance.sample("end_s") <= SECRET.beginSample())
                .anyMatch(utterance -> utterance.sample("begin_s") >= SECRET.endSample());
        double secretSeconds = (SECRET.endSample() - SECRET.beginSample()) / 8_000.0;
        assertThat(call.call().number("redacted_s")).isGreaterThanOrEqualTo(secretSeconds + 1);
    }

    @Test
    void a_withdrawal_deletes_what_was_recorded_and_the_rows_name_none_of_it() throws Exception {
        var script = script(Recordings.beginning("withdrawn", SECONDS));
        new RetoldCall(script).saying(new Consent(false, true, true), 30).publish(system.brokers());

        WrittenCall call = system.written(script).get(0);
        assertThat(system.audioFiles(script)).isEmpty();
        assertThat(call.call().columns().get("consent_recording")).isEqualTo(false);
        assertThat(call.call().count("pieces_stored")).isZero();
        assertThat(call.utterances())
                .isNotEmpty()
                .allSatisfy(
                        utterance -> assertThat(utterance.texts("audio_uris")).isEmpty());
    }

    @Test
    void a_consent_that_is_given_again_records_from_then_on() throws Exception {
        var script = script(Recordings.beginning("given-again", SECONDS));
        new RetoldCall(script)
                .saying(new Consent(false, true, true), 20)
                .saying(new Consent(true, true, true), 30)
                .publish(system.brokers());

        system.written(script);
        List<Path> files = system.audioFiles(script);
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(AudioFile.read(file).span().fromSample()).isGreaterThanOrEqualTo(30 * 8_000);
        }
    }

    @Test
    void audio_is_deleted_when_it_has_been_kept_long_enough() throws Exception {
        CallRecording sample = Recordings.beginning("kept-briefly", SECONDS);
        var script = script(new CallRecording(BRIEF, "kept-briefly", sample.legs(), List.of(), List.of()));
        var kept = script(Recordings.beginning("kept-a-day", SECONDS));
        new RetoldCall(script).publish(system.brokers());
        new RetoldCall(kept).publish(system.brokers());

        WrittenCall call = system.written(script).get(0);
        Path piece =
                Path.of(URI.create(call.utterances().get(0).texts("audio_uris").get(0)));
        Path part =
                Objects.requireNonNull(Objects.requireNonNull(piece.getParent()).getParent());
        await().atMost(Duration.ofMinutes(1)).until(() -> Files.notExists(part));
        system.written(kept);
        assertThat(system.audioFiles(kept)).isNotEmpty();
    }

    private static CallScript script(CallRecording recording) throws IOException {
        return new CallScript(recording, Instant.now(), ScriptSettings.plain(Recordings.CONSENT));
    }

    private static ScriptSettings pausing() {
        return new ScriptSettings(100, Encoding.PCMU, Recordings.CONSENT, List.of(), List.of(SECRET), true, 0);
    }
}
