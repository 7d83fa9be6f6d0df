package io.undertone.local.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.undertone.schema.DeadLetter;
import io.undertone.schema.EnrollmentResult;
import io.undertone.schema.EnrollmentStatus;
import io.undertone.schema.SpeakerVoiceprint;
import io.undertone.schema.VoiceprintAnswer;
import io.undertone.schema.VoiceprintRequest;
import io.undertone.schemas.AvroCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Voices on a broker: enrolled by the command, asked for by calls, forgotten, and kept over restarts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
final class VoicesLegTest {
    private static final Path VOICE = VoicesBed.ROOT
            .resolve("../shared/audio/voiceprints/callytics_CSR01.wav")
            .normalize();
    private static final Instant CALL_START = Instant.parse("2026-01-05T10:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private VoicesBed bed;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        if (!Files.isRegularFile(VOICE)) {
            throw new IllegalStateException("this test enrols a recording that is missing: " + VOICE);
        }
        bed = new VoicesBed(directory);
        assertThat(enroll("--speaker", "nobody", "--timeout", "1"))
                .as("while no leg runs")
                .isEqualTo(1);
        assertThat(err.toString()).contains("the voices leg did not answer within 1 s", "--leg voices");
        bed.start(2, null);
    }

    @AfterAll
    void close() {
        bed.close();
    }

    @Test
    void a_speaker_is_enrolled_and_told_so_in_figures() {
        assertThat(enroll("--speaker", "CSR01", "--name", "Ann")).isZero();

        assertThat(out.toString())
                .contains("Ann (CSR01) is enrolled: 4.0 s of speech, -")
                .contains("LUFS")
                .contains("model undertone-speaker version 1, 1 recording");
        SpeakerVoiceprint voiceprint = voiceprint("CSR01");
        assertThat(voiceprint.getEmbedding()).hasSize(256);
        assertThat(voiceprint.getName()).isEqualTo("Ann");
        assertThat(voiceprint.getLoudnessLufs()).isBetween(-40.0, -10.0);
    }

    @Test
    void a_second_recording_joins_the_first() {
        enroll("--speaker", "twice");
        assertThat(enroll("--speaker", "twice")).isZero();

        assertThat(out.toString()).contains("2 recordings");
        assertThat(voiceprint("twice").getEnrollments()).isEqualTo(2);
    }

    @Test
    void who_refuses_is_not_enrolled_and_the_refusal_is_a_dead_letter() throws Exception {
        assertThat(enroll("--speaker", "shy", "--no-consent", "biometrics")).isEqualTo(1);

        assertThat(out.toString()).contains("shy is not enrolled: NO_CONSENT, consent_biometrics is false");
        assertThat(bed.read("speaker-voiceprints", "default|shy", SpeakerVoiceprint.class))
                .isEmpty();
        await().atMost(VoicesBed.PATIENCE).until(() -> !bed.read("dead-letters").isEmpty());
        var codec = new AvroCodec();
        DeadLetter letter = codec.decode(bed.read("dead-letters").get(0).value(), DeadLetter.class);
        assertThat(letter.getStage()).isEqualTo("hear-enrollments");
        assertThat(letter.getReason()).isEqualTo("NO_CONSENT");
        assertThat(letter.getTopic()).isEqualTo("speaker-enrollments");
    }

    @Test
    void a_call_learns_of_an_enrolment_and_of_a_tombstone_while_it_is_open() throws Exception {
        ask("c-1", "late");
        await().atMost(VoicesBed.PATIENCE).until(() -> told("c-1").equals(List.of("NOT_ENROLLED")));
        enroll("--speaker", "late");
        await().atMost(VoicesBed.PATIENCE).until(() -> told("c-1").equals(List.of("NOT_ENROLLED", "FOUND")));
        bed.publish("speaker-voiceprints", "default|late", null);

        await().atMost(VoicesBed.PATIENCE)
                .until(() -> told("c-1").equals(List.of("NOT_ENROLLED", "FOUND", "FORGOTTEN")));
        assertThat(bed.read("enrollment-results", "default|late", EnrollmentResult.class))
                .extracting(result -> Objects.requireNonNull(result).getStatus())
                .containsExactly(EnrollmentStatus.ENROLLED, EnrollmentStatus.FORGOTTEN);
        VoiceprintAnswer found = bed.read("voiceprint-answers", "default|c-1", VoiceprintAnswer.class)
                .get(1);
        assertThat(Objects.requireNonNull(found).getEmbedding()).hasSize(256);
    }

    @Test
    void enrolments_under_way_are_enrolled_once_over_a_rescale_up_and_down() throws Exception {
        List<String> speakers =
                IntStream.range(0, 12).mapToObj(i -> "moved-" + i).toList();
        offer(speakers.subList(0, 6));
        bed.start(3, bed.stop());
        offer(speakers.subList(6, 12));
        bed.start(2, bed.stop());

        for (String speaker : speakers) {
            await().atMost(VoicesBed.PATIENCE)
                    .until(() -> !bed.read("speaker-voiceprints", "default|" + speaker, SpeakerVoiceprint.class)
                            .isEmpty());
            assertThat(voiceprint(speaker).getEnrollments()).isEqualTo(1);
            assertThat(voiceprint(speaker).getEmbedding())
                    .isEqualTo(voiceprint(speakers.get(0)).getEmbedding());
        }
        ask("c-2", "moved-3");
        await().atMost(VoicesBed.PATIENCE).until(() -> told("c-2").equals(List.of("FOUND")));
    }

    @Test
    void a_leg_that_lost_its_state_knows_the_voices_all_the_same() throws Exception {
        enroll("--speaker", "known");
        enroll("--speaker", "gone");
        bed.publish("speaker-voiceprints", "default|gone", null);
        await().atMost(VoicesBed.PATIENCE)
                .until(() -> bed.read("enrollment-results", "default|gone", EnrollmentResult.class)
                                .size()
                        == 2);
        bed.kill();
        bed.start(2, null);
        ask("c-3", "known");
        ask("c-4", "gone");

        await().atMost(VoicesBed.PATIENCE).until(() -> told("c-3").contains("FOUND"));
        await().atMost(VoicesBed.PATIENCE).until(() -> told("c-4").contains("NOT_ENROLLED"));
        assertThat(enroll("--speaker", "known")).isZero();
        assertThat(voiceprint("known").getEnrollments()).isEqualTo(2);
    }

    private int enroll(String... arguments) {
        out.getBuffer().setLength(0);
        var command = new CommandLine(new EnrollCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(e.getMessage());
                    return 1;
                });
        return command.execute(
                Stream.concat(Arrays.stream(arguments), Stream.of("--bootstrap", bed.brokers(), VOICE.toString()))
                        .toArray(String[]::new));
    }

    /** Without waiting for what becomes of it. */
    private void offer(List<String> speakers) throws Exception {
        for (String speaker : speakers) {
            var recording = new VoiceRecording("default", speaker, null, true, VOICE);
            bed.publish(
                    "speaker-enrollments",
                    "default|" + speaker,
                    recording.read(UUID.nameUUIDFromBytes(speaker.getBytes(StandardCharsets.UTF_8)), CALL_START));
        }
    }

    private void ask(String call, String speaker) throws Exception {
        bed.publish(
                "voiceprint-requests",
                "default|" + speaker,
                VoiceprintRequest.newBuilder()
                        .setTenantId("default")
                        .setCallId(call)
                        .setCallStart(CALL_START)
                        .setPart(0)
                        .setSpeakerId(speaker)
                        .setLegId("agent")
                        .build());
    }

    /** What a call was told; repeats after a restart count once. */
    private List<String> told(String call) {
        return bed.read("voiceprint-answers", "default|" + call, VoiceprintAnswer.class).stream()
                .map(answer -> Objects.requireNonNull(answer).getStatus().name())
                .distinct()
                .toList();
    }

    private SpeakerVoiceprint voiceprint(String speaker) {
        var all = bed.read("speaker-voiceprints", "default|" + speaker, SpeakerVoiceprint.class);
        return Objects.requireNonNull(all.get(all.size() - 1));
    }
}
