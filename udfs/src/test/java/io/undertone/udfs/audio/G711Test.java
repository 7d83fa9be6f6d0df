package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {
    /** ITU-T G.711 table 2a, column 8, is in 14 bits: times 4 in 16. */
    @ParameterizedTest
    @CsvSource({"80,8031", "8F,4191", "9F,2079", "AF,1023", "BF,495", "CF,231", "DF,99", "EF,33", "FE,2", "FF,0"})
    void mu_law_has_the_levels_of_the_standard(String code, int level) {
        int positive = Integer.parseInt(code, 16);

        assertThat(G711.decodeMuLaw((byte) positive)).isEqualTo((short) (level * 4));
        assertThat(G711.decodeMuLaw((byte) (positive & 0x7F))).isEqualTo((short) (-level * 4));
    }

    /** ITU-T G.711 table 1a, column 8, is in 13 bits: times 8 in 16. */
    @ParameterizedTest
    @CsvSource({"AA,4032", "A5,2112", "B5,1056", "85,528", "95,264", "E5,132", "F5,66", "C5,33", "D5,1"})
    void a_law_has_the_levels_of_the_standard(String code, int level) {
        int positive = Integer.parseInt(code, 16);

        assertThat(G711.decodeALaw((byte) positive)).isEqualTo((short) (level * 8));
        assertThat(G711.decodeALaw((byte) (positive & 0x7F))).isEqualTo((short) (-level * 8));
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"PCMU", "PCMA"})
    void all_codes_decode_as_the_platform_decodes_them(Encoding encoding) throws IOException {
        short[] decoded = new short[256];
        encoding.decode(allCodes(), 0, 256, decoded, 0);

        assertThat(decoded).isEqualTo(decodedByPlatform(encoding));
    }

    @Test
    void what_was_decoded_encodes_to_the_same_code() {
        for (int code = 0; code < 256; code++) {
            byte muLaw = (byte) code;
            // 7F is negative zero: it decodes to 0, which encodes to positive zero.
            byte expected = code == 0x7F ? G711.MU_LAW_SILENCE : muLaw;

            assertThat(G711.encodeMuLaw(G711.decodeMuLaw(muLaw))).isEqualTo(expected);
            assertThat(G711.encodeALaw(G711.decodeALaw(muLaw))).isEqualTo(muLaw);
        }
    }

    @Test
    void every_sample_encodes_to_its_nearest_level() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int muLaw = G711.decodeMuLaw(G711.encodeMuLaw((short) sample));
            int aLaw = G711.decodeALaw(G711.encodeALaw((short) sample));

            // Half a step: the smallest is 8 in μ-law and 16 in A-law, and a step is at most 1/16 of its segment.
            assertThat(Math.abs(muLaw - sample)).isLessThanOrEqualTo(halfStep(sample, 4, 132, 32_124));
            assertThat(Math.abs(aLaw - sample)).isLessThanOrEqualTo(halfStep(sample, 8, 0, 32_256));
        }
    }

    @Test
    void the_loudest_samples_clip_instead_of_wrapping() {
        assertThat(G711.decodeMuLaw(G711.encodeMuLaw(Short.MAX_VALUE))).isEqualTo((short) 32_124);
        assertThat(G711.decodeMuLaw(G711.encodeMuLaw(Short.MIN_VALUE))).isEqualTo((short) -32_124);
        assertThat(G711.decodeALaw(G711.encodeALaw(Short.MAX_VALUE))).isEqualTo((short) 32_256);
        assertThat(G711.decodeALaw(G711.encodeALaw(Short.MIN_VALUE))).isEqualTo((short) -32_256);
    }

    private static int halfStep(int sample, int smallest, int bias, int loudest) {
        int magnitude = Math.abs(sample);
        int clipped = Math.max(0, magnitude - loudest);
        return Math.max(Math.max(smallest, Integer.highestOneBit(magnitude + bias) / 32), clipped);
    }

    private static byte[] allCodes() {
        byte[] codes = new byte[256];
        for (int i = 0; i < 256; i++) {
            codes[i] = (byte) i;
        }
        return codes;
    }

    private static short[] decodedByPlatform(Encoding encoding) throws IOException {
        var law = encoding == Encoding.PCMU ? AudioFormat.Encoding.ULAW : AudioFormat.Encoding.ALAW;
        var coded = new AudioFormat(law, 8000, 8, 1, 1, 8000, false);
        var linear = new AudioFormat(8000, 16, 1, true, false);
        var source = new AudioInputStream(new ByteArrayInputStream(allCodes()), coded, 256);
        byte[] bytes = AudioSystem.getAudioInputStream(linear, source).readAllBytes();
        short[] samples = new short[256];
        Encoding.L16_LE.decode(bytes, 0, 256, samples, 0);
        return samples;
    }
}
