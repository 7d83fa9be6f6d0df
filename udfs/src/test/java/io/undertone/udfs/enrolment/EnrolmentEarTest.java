package io.undertone.udfs.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.enrolment.EnrolmentRefusal.Reason;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is heard in an agent's recording of 12 s, of which 4 s are speech, and in what people make of such recordings. */
final class EnrolmentEarTest {
    private final short[] samples = RecordedVoice.samples();
    private final SileroVad vad = RecordedVoice.silero();
    private final EnrolmentEar ear = ear(30);

    @AfterEach
    void close() {
        vad.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_voice_is_heard_alike_in_every_encoding(Encoding encoding) {
        HeardVoice plain = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, samples));
        HeardVoice voice = heard(RecordedVoice.offer(encoding, 8_000, samples));

        assertThat(voice.speechSeconds()).isBetween(3.9, 4.2).isCloseTo(plain.speechSeconds(), within(0.2));
        assertThat(voice.lufs()).isCloseTo(plain.lufs(), within(0.1));
        assertThat(voice.meanAbsolute()).isCloseTo(plain.meanAbsolute(), within(0.001));
        assertThat((double) voice.muLaw().length).isCloseTo(8_000 * voice.speechSeconds(), within(1.0));
    }

    @Test
    void a_voice_is_heard_alike_at_sixteen_kilohertz() {
        HeardVoice plain = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, samples));
        HeardVoice voice =
                heard(RecordedVoice.offer(Encoding.L16_BE, 16_000, RecordedVoice.atSixteenKilohertz(samples)));

        assertThat(voice.speechSeconds()).isCloseTo(plain.speechSeconds(), within(0.3));
        assertThat(voice.lufs()).isCloseTo(plain.lufs(), within(0.3));
    }

    @Test
    void silence_around_the_speech_is_cut_away_and_changes_no_loudness() {
        short[] padded = new short[samples.length + 80_000];
        System.arraycopy(samples, 0, padded, 40_000, samples.length);
        HeardVoice plain = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, samples));
        HeardVoice voice = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, padded));

        assertThat(voice.speechSeconds()).isCloseTo(plain.speechSeconds(), within(0.3));
        assertThat(voice.lufs()).isCloseTo(plain.lufs(), within(0.2));
        assertThat(voice.meanAbsolute()).isCloseTo(plain.meanAbsolute(), within(0.002));
    }

    @Test
    void half_the_amplitude_is_six_decibels_less() {
        short[] halved = changed(sample -> sample / 2);

        HeardVoice plain = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, samples));
        HeardVoice voice = heard(RecordedVoice.offer(Encoding.L16_LE, 8_000, halved));

        assertThat(voice.lufs()).isCloseTo(Objects.requireNonNull(plain.lufs()) - 6.0, within(0.2));
        assertThat(voice.meanAbsolute()).isCloseTo(plain.meanAbsolute() / 2, within(0.003));
    }

    @Test
    void of_long_speech_the_model_gets_what_it_takes() {
        HeardVoice voice = (HeardVoice) ear(2).hear(RecordedVoice.offer(Encoding.L16_LE, 8_000, samples));

        assertThat(voice.muLaw()).hasSize(16_000);
        assertThat(voice.speechSeconds()).isGreaterThan(3.9);
    }

    @Test
    void what_the_model_gets_is_speech_sample_by_sample() {
        HeardVoice voice = heard(RecordedVoice.offer(Encoding.PCMU, 8_000, samples));

        double sum = 0;
        for (byte code : voice.muLaw()) {
            sum += Math.abs(G711.decodeMuLaw(code)) / 32_768.0;
        }
        assertThat(sum / voice.muLaw().length).isCloseTo(voice.meanAbsolute(), within(1e-6));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                refused(Reason.UNSUPPORTED_CODEC, "codec is OPUS", offer -> {
                    offer.encoding = null;
                    offer.codec = "OPUS";
                }),
                refused(Reason.UNSUPPORTED_RATE, "sample_rate_hz is 44100", offer -> offer.sampleRateHz = 44_100),
                refused(Reason.WRONG_LENGTH, "audio has 0 bytes", offer -> offer.audio = new byte[0]),
                refused(Reason.WRONG_LENGTH, "takes 2", offer -> offer.audio = Arrays.copyOf(offer.audio, 80_001)),
                refused(Reason.TOO_LONG, "lasts 60.0 s", offer -> offer.audio = new byte[2 * (480_000 + 1)]),
                refused(Reason.SILENT, "-120.0 dBFS", offer -> offer.audio = new byte[160_000]),
                refused(
                        Reason.TOO_LITTLE_SPEECH,
                        "1.0 s of speech; expected at least 3.0 s",
                        offer -> offer.audio = Arrays.copyOf(offer.audio, 112_000)),
                refused(Reason.TOO_LITTLE_SPEECH, "0.0 s of speech", offer -> offer.audio = noise(80_000)));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void a_recording_of_no_use_is_refused_with_what_was_found(
            Reason reason, String detail, Consumer<EnrolmentOffer> spoil) {
        EnrolmentOffer offer = RecordedVoice.offer(Encoding.L16_LE, 8_000, samples);
        spoil.accept(offer);

        EnrolmentRefusal refusal = (EnrolmentRefusal) ear.hear(offer);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.detail()).contains(detail);
    }

    @ParameterizedTest
    @EnumSource
    void a_voice_that_was_recorded_too_loud_is_refused_in_every_encoding(Encoding encoding) {
        short[] loud = changed(sample -> sample * 8);

        var refusal = (EnrolmentRefusal) ear.hear(RecordedVoice.offer(encoding, 8_000, loud));
        assertThat(refusal.reason()).isEqualTo(Reason.CLIPPED);
        assertThat(refusal.detail()).contains("expected at most 1.0 %");
    }

    @Test
    void an_ear_serves_one_recording_after_the_other() {
        EnrolmentOffer offer = RecordedVoice.offer(Encoding.PCMA, 8_000, samples);

        HeardVoice first = heard(offer);
        HeardVoice second = heard(offer);

        assertThat(second.muLaw()).isEqualTo(first.muLaw());
        assertThat(second.lufs()).isEqualTo(first.lufs());
    }

    private EnrolmentEar ear(double mostSeconds) {
        return new EnrolmentEar(vad, SpeechSettings.defaults(), EnrolmentRules.DEFAULTS, mostSeconds);
    }

    private HeardVoice heard(EnrolmentOffer offer) {
        return (HeardVoice) ear.hear(offer);
    }

    private short[] changed(IntUnaryOperator change) {
        short[] changed = new short[samples.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (short) Math.max(-32_768, Math.min(32_767, change.applyAsInt(samples[i])));
        }
        return changed;
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        var random = new Random(7);
        for (int i = 0; i < bytes; i += 2) {
            Encoding.L16_LE.encode(new short[] {(short) (random.nextGaussian() * 300)}, 0, 1, noise, i);
        }
        return noise;
    }

    private static Arguments refused(Reason reason, String detail, Consumer<EnrolmentOffer> spoil) {
        return Arguments.of(reason, detail, spoil);
    }
}
