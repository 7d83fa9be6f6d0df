package io.undertone.local.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.audio.Encoding;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What people get wrong in enrolling, before anything is published. */
final class EnrollCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();

    @Test
    void a_recording_that_is_not_there_is_named() {
        assertWrong(
                "no recording at",
                "--speaker",
                "ann",
                directory.resolve("none.wav").toString());
    }

    @Test
    void what_is_no_recording_is_named() throws Exception {
        Path text = Files.writeString(directory.resolve("voice.wav"), "words");
        assertWrong("voice.wav", "--speaker", "ann", text.toString());
    }

    @Test
    void two_channels_are_two_voices() throws Exception {
        assertWrong(
                "has 2 channels; expected one voice",
                "--speaker",
                "ann",
                wav(2, 8_000, 10).toString());
    }

    @Test
    void more_than_a_minute_is_refused_before_it_is_sent() throws Exception {
        assertWrong(
                "lasts 61 s; at most 60 s are taken",
                "--speaker",
                "ann",
                wav(1, 8_000, 61).toString());
    }

    @Test
    void a_speaker_whose_id_no_key_can_hold_is_refused() throws Exception {
        assertWrong(
                "--speaker holds a forbidden character",
                "--speaker",
                "a|b",
                wav(1, 8_000, 1).toString());
    }

    @Test
    void what_cannot_be_refused_is_named() throws Exception {
        assertWrong(
                "need recording, emotion or biometrics",
                "--speaker",
                "a",
                "--no-consent",
                "all",
                wav(1, 8_000, 1).toString());
    }

    @Test
    void a_recording_goes_out_at_eight_kilohertz_with_sixteen_bits() throws Exception {
        var recording = new VoiceRecording("default", "ann", "Ann", true, wav(1, 16_000, 4));
        var enrollment = recording.read(new UUID(1, 2), Instant.EPOCH);

        assertThat(enrollment.getSampleRateHz()).isEqualTo(8_000);
        assertThat(enrollment.getAudio().remaining()).isEqualTo(4 * 8_000 * Encoding.L16_LE.bytesPerSample());
        assertThat(enrollment.getEnrollmentId()).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(enrollment.getConsentBiometrics()).isTrue();
    }

    private void assertWrong(String message, String... arguments) {
        var command = new CommandLine(new EnrollCommand()).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "--bootstrap=localhost:1";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        assertThat(command.execute(all)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    private Path wav(int channels, int rateHz, int seconds) throws Exception {
        int data = channels * rateHz * seconds * 2;
        ByteBuffer bytes = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels).putInt(rateHz).putInt(rateHz * channels * 2);
        bytes.putShort((short) (channels * 2)).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        return Files.write(directory.resolve("tone-%d-%d.wav".formatted(channels, seconds)), bytes.array());
    }
}
