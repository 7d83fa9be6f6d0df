package io.undertone.gateway;

import static io.undertone.gateway.Calls.START;
import static io.undertone.gateway.Calls.noise;
import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.schema.AudioFrame;
import io.undertone.schema.CallEvent;
import io.undertone.schema.CallEventType;
import io.undertone.schema.Codec;
import io.undertone.schema.Consent;
import io.undertone.schema.FrameType;
import io.undertone.schemas.AvroCodec;
import io.undertone.schemas.UnreadableRecordException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class PublishCommandTest {
    private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path folder;

    private final CollectingSink sink = new CollectingSink();
    private final ImaginaryPacer pacer = new ImaginaryPacer();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String stereo = "";

    @BeforeEach
    void record() {
        stereo = WavFiles.stereo(folder.resolve("complaint.wav"), noise(4, 1), noise(4, 2))
                .toString();
    }

    @Test
    void a_recording_is_published_in_real_time_from_now_with_consent_to_everything() throws Exception {
        assertThat(publish("--call", "stereo=" + stereo)).isZero();

        CallEvent started = (CallEvent) records().get(0);
        assertThat(started.getTenantId()).isEqualTo("default");
        assertThat(started.getCallId()).isEqualTo("complaint");
        assertThat(started.getEventTime()).isEqualTo(NOW);
        assertThat(started.getConsent()).isEqualTo(new Consent(true, true, true));
        assertThat(pacer.waits.get(pacer.waits.size() - 1)).isEqualTo(4_000_000_000L);
        assertThat(sink.closed).isTrue();
        assertThat(out.toString())
                .isEqualToNormalizingNewlines(
                        "published calls 1 (open 0), 8.0 s of audio, 84 records; media 80, lost 0,"
                                + " duplicated 0, reordered 0, corrupted 0\n");
    }

    @Test
    void tenant_start_codec_frame_length_and_speed_are_as_asked_for() throws Exception {
        assertThat(publish(
                        "--call",
                        "stereo=" + stereo,
                        "--tenant",
                        "acme",
                        "--start",
                        START.toString(),
                        "--codec",
                        "l16",
                        "--frame-ms",
                        "40",
                        "--speed",
                        "max"))
                .isZero();

        AudioFrame frame = (AudioFrame) records().get(1);
        assertThat(frame.getTenantId()).isEqualTo("acme");
        assertThat(frame.getCaptureTime()).isEqualTo(START);
        assertThat(frame.getCodec()).isEqualTo(Codec.L16_BE);
        assertThat(frame.getDurationSamples()).isEqualTo(320);
        assertThat(pacer.waits).containsOnly(0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"recording;false,true,true", "emotion,biometrics;true,false,false"})
    void consent_that_is_withheld_is_refused(String kinds, String expected) throws Exception {
        assertThat(publish("--call", "stereo=" + stereo, "--no-consent", kinds)).isZero();

        List<Boolean> stated =
                Arrays.stream(expected.split(",")).map(Boolean::valueOf).toList();
        assertThat(((CallEvent) records().get(0)).getConsent())
                .isEqualTo(new Consent(stated.get(0), stated.get(1), stated.get(2)));
    }

    @Test
    void copies_have_names_of_their_own_and_begin_within_one_frame() throws Exception {
        assertThat(publish("--call", "stereo=" + stereo, "--copies", "4")).isZero();

        var starts = records().stream()
                .filter(each -> each instanceof CallEvent event && event.getEventType() == CallEventType.STARTED)
                .map(CallEvent.class::cast)
                .toList();
        assertThat(starts)
                .extracting(CallEvent::getCallId)
                .containsExactly("complaint-1", "complaint-2", "complaint-3", "complaint-4");
        assertThat(starts)
                .extracting(CallEvent::getEventTime)
                .containsExactly(NOW, NOW.plusMillis(25), NOW.plusMillis(50), NOW.plusMillis(75));
    }

    @Test
    void a_hold_and_a_secure_pause_are_told() throws Exception {
        assertThat(publish("--call", "stereo=" + stereo, "--hold", "1-2", "--secure-pause", "3-3.5"))
                .isZero();

        assertThat(paused()).hasSize(2 * 15);
        assertThat(types())
                .containsExactly(
                        CallEventType.STARTED,
                        CallEventType.HOLD,
                        CallEventType.RESUMED,
                        CallEventType.SECURE_PAUSE,
                        CallEventType.SECURE_RESUME,
                        CallEventType.ENDED);
    }

    @Test
    void a_secure_pause_with_media_pauses_nothing() throws Exception {
        assertThat(publish("--call", "stereo=" + stereo, "--secure-pause", "2-3", "--secure-pause-media"))
                .isZero();

        assertThat(paused()).isEmpty();
        assertThat(types()).contains(CallEventType.SECURE_PAUSE, CallEventType.SECURE_RESUME);
    }

    @Test
    void faults_are_dealt_out_by_the_seed() {
        String[] asked = {"--call", "stereo=" + stereo, "--lose", "10", "--duplicate", "5", "--seed", "3"};
        assertThat(publish(asked)).isZero();
        List<ByteBuffer> first = values();
        sink.sent.clear();

        assertThat(publish(asked)).isZero();

        assertThat(values()).isEqualTo(first);
        assertThat(first.size()).isNotEqualTo(84);
    }

    @Test
    void what_was_converted_on_reading_is_said() {
        Path wide = WavFiles.mono(folder.resolve("wide.wav"), 16_000, noise(2, 1));

        assertThat(publish("--call", "mixed=" + wide)).isZero();

        assertThat(err.toString()).contains(wide + ": resampled from 16000 Hz to 8000 Hz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--call stereo=STEREO --speed fast;need max or a factor",
                "--call stereo=STEREO --frame-ms 10;need frames of 20 to 1000 ms",
                "--call stereo=STEREO --frame-ms 0;need frames of 20 to 1000 ms",
                "--call stereo=STEREO --codec opus;need pcmu, pcma or l16",
                "--call stereo=STEREO --lose 101;need 0 to 100 % of lose",
                "--call stereo=STEREO --reorder 1 --frame-ms 500;reordering needs frames shorter than 400 ms",
                "--call stereo=STEREO --hold 9-10;begins after the end of call complaint",
                "--call stereo=STEREO --hold 2;need FROM-TO in seconds",
                "--call stereo=STEREO --copies 0;need at least 1 of --copies",
                "--call stereo=STEREO --no-consent voice;need recording, emotion or biometrics",
                "--call stereo=STEREO --call customer=STEREO;two calls would be named complaint",
                "--call customer=STEREO;has 2 channels; use stereo=",
                "--call customer=STEREO,role=x;unknown key 'role'",
                "--call stereo=STEREO --tenant a|b;tenant_id",
                "--tenant acme;need at least one --call, or --watch",
                "--watch FOLDER --call stereo=STEREO;--watch takes calls as they come",
                "--watch FOLDER --copies 2;--watch takes calls as they come",
                "--watch FOLDER --start 2026-05-04T12:00:00Z;--watch takes calls as they come",
                "--watch FOLDER --hold 1-2;--watch takes calls as they come",
                "--watch FOLDER --secure-pause 1-2;--watch takes calls as they come",
                "--watch FOLDER --frame-ms 10;need frames of 20 to 1000 ms",
                "--watch STEREO;no folder at",
                "--watch /;name the --journal",
            })
    void wrong_use_exits_with_2_and_says_why(String asked) {
        String[] parts = asked.split(";", 2);

        assertThat(publish(parts[0].replace("STEREO", stereo)
                        .replace("FOLDER", folder.toString())
                        .split(" ")))
                .isEqualTo(2);

        assertThat(err.toString()).contains(parts[1]);
        assertThat(sink.sent).isEmpty();
    }

    @Test
    void a_file_that_is_no_recording_is_wrong_use() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.wav"), "hello");

        assertThat(publish("--call", "mixed=" + text)).isEqualTo(2);
        assertThat(err.toString()).contains(text.toString());
    }

    @Test
    void a_broker_out_of_reach_exits_with_1_and_one_line() {
        int code = run(
                new PublishCommand(
                        bootstrap -> {
                            throw new IOException("no broker answers at " + bootstrap);
                        },
                        clock(),
                        pacer),
                "--call",
                "stereo=" + stereo);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualToNormalizingNewlines("no broker answers at kafka:9092\n");
    }

    private int publish(String... arguments) {
        return run(new PublishCommand(bootstrap -> sink, clock(), pacer), arguments);
    }

    private int run(PublishCommand command, String... arguments) {
        var all = new ArrayList<>(List.of("--bootstrap", "kafka:9092"));
        all.addAll(List.of(arguments));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private List<ByteBuffer> values() {
        return sink.sent.stream().map(each -> ByteBuffer.wrap(each.value())).toList();
    }

    private List<SpecificRecord> records() throws UnreadableRecordException {
        var codec = new AvroCodec();
        var records = new ArrayList<SpecificRecord>();
        for (var each : sink.sent) records.add(codec.decode(each.value()));
        return records;
    }

    private List<SpecificRecord> paused() throws UnreadableRecordException {
        return records().stream()
                .filter(each -> each instanceof AudioFrame frame && frame.getFrameType() == FrameType.PAUSED)
                .toList();
    }

    private List<CallEventType> types() throws UnreadableRecordException {
        return records().stream()
                .filter(CallEvent.class::isInstance)
                .map(each -> ((CallEvent) each).getEventType())
                .toList();
    }
}
