package io.undertone.local.endtoend;

import static io.undertone.local.endtoend.SecretCall.LOUDEST_PLAIN_SAMPLE;
import static io.undertone.local.endtoend.SecretCall.SECRET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.gateway.CallScript;
import io.undertone.gateway.ScriptSettings;
import io.undertone.gateway.Stretch;
import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.G711;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A caller who says something secret: see {@link SecretCall}. */
@ExtendWith(SharedSystem.class)
class SecurePauseTest {
    private static final double SECRET_SECONDS = (SECRET.endSample() - SECRET.beginSample()) / 8_000.0;
    private static final int FRAME_SAMPLES = 800;
    /** live.lifecycle.secure_pause_padding_ms as shipped. */
    private static final int PADDING_FRAMES = 5;
    /** The resume is told a second late, and until then nobody knows of it. */
    private static final int FRAMES_UNTIL_RESUME = 10;

    private final TestSystem system;

    SecurePauseTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void without_a_pause_the_secret_is_kept_which_shows_that_it_can_be_found() throws Exception {
        PlayedCall call = play("no-pause", List.of(), false);

        assertThat(loudestSample(call)).isGreaterThan(2 * LOUDEST_PLAIN_SAMPLE);
        assertThat(call.database().call().number("redacted_s")).isZero();
    }

    @Test
    void a_gateway_that_pauses_sends_nothing_that_could_be_kept() throws Exception {
        PlayedCall call = play("paused", List.of(SECRET), false);

        assertThatNothingIsKept(call);
        double padding =
                2 * PADDING_FRAMES * 0.1; // what was captured before the pause had been heard, and is taken back
        assertThat(call.database().call().number("redacted_s")).isCloseTo(SECRET_SECONDS + padding, within(1e-9));
    }

    @Test
    void media_under_a_secure_pause_is_withheld() throws Exception {
        PlayedCall call = play("media-in-pause", List.of(SECRET), true);

        assertThatNothingIsKept(call);
        long secretFrames = (SECRET.endSample() - SECRET.beginSample()) / FRAME_SAMPLES;
        long withheld = PADDING_FRAMES + secretFrames + FRAMES_UNTIL_RESUME;
        assertThat(call.database().call().count("frames_withheld")).isEqualTo(withheld);
        assertThat(call.database().call().number("redacted_s")).isCloseTo(withheld * 0.1, within(1e-9));
    }

    private PlayedCall play(String callId, List<Stretch> pauses, boolean mediaInPause) throws Exception {
        var plain = ScriptSettings.plain(Recordings.CONSENT);
        var settings = new ScriptSettings(
                plain.frameMillis(), Encoding.PCMU, plain.consent(), List.of(), pauses, mediaInPause, 0);
        return system.play(new CallScript(SecretCall.recording(callId), Instant.now(), settings));
    }

    private void assertThatNothingIsKept(PlayedCall call) throws IOException {
        call.assertFramesAccountedFor();
        call.assertStoresAgree();
        assertThat(loudestSample(call)).isLessThanOrEqualTo(LOUDEST_PLAIN_SAMPLE);
        for (Path file : system.audioFiles(call.script())) {
            AudioFile piece = AudioFile.read(file);
            assertOutside(piece.span().fromSample(), piece.span().toSample(), file.toString());
        }
        for (Row utterance : call.database().utterances()) {
            assertOutside(utterance.sample("begin_s"), utterance.sample("end_s"), utterance.toString());
        }
        assertThatUtterancesSurroundThePause(call);
        assertThatNoDeadLetterTells(call);
    }

    private static void assertOutside(long begin, long end, String what) {
        assertThat(end <= SECRET.beginSample() || begin >= SECRET.endSample())
                .as(what)
                .isTrue();
    }

    private static void assertThatUtterancesSurroundThePause(PlayedCall call) {
        assertThat(call.database().utterances())
                .anyMatch(utterance -> utterance.sample("end_s") <= SECRET.beginSample())
                .anyMatch(utterance -> utterance.sample("begin_s") >= SECRET.endSample());
    }

    private int loudestSample(PlayedCall call) throws IOException {
        List<Path> files = system.audioFiles(call.script());
        assertThat(files).isNotEmpty();
        return SecretCall.loudestSample(files);
    }

    /** Any 20 ms of the secret, as bytes of the wire, would tell. */
    private void assertThatNoDeadLetterTells(PlayedCall call) {
        short[] samples = call.script().recording().legs().get(0).samples();
        byte[] wire = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            wire[i] = G711.encodeMuLaw(samples[i]);
        }
        var secret = new String(wire, ISO_8859_1);
        for (var letter : Topics.read(system.brokers(), "dead-letters")) {
            var told = new String(letter.value(), ISO_8859_1);
            for (int at = (int) SECRET.beginSample(); at < SECRET.endSample(); at += 160) {
                assertThat(told).doesNotContain(secret.substring(at, at + 160));
            }
        }
    }
}
