package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTest {
    @Test
    void linear_samples_lie_in_the_named_byte_order() {
        byte[] little = new byte[4];
        byte[] big = new byte[4];
        short[] samples = {0x1280, (short) 0xFE01};

        Encoding.L16_LE.encode(samples, 0, 2, little, 0);
        Encoding.L16_BE.encode(samples, 0, 2, big, 0);

        assertThat(little).containsExactly(0x80, 0x12, 0x01, 0xFE);
        assertThat(big).containsExactly(0x12, 0x80, 0xFE, 0x01);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"L16_LE", "L16_BE"})
    void linear_samples_survive_both_ways(Encoding encoding) {
        short[] samples = Signals.noise(1, 1_000);
        byte[] bytes = new byte[2_000];
        short[] back = new short[1_000];

        encoding.encode(samples, 0, 1_000, bytes, 0);
        encoding.decode(bytes, 0, 1_000, back, 0);

        assertThat(back).isEqualTo(samples);
    }

    @ParameterizedTest
    @EnumSource
    void only_the_named_stretch_is_touched(Encoding encoding) {
        int width = encoding.bytesPerSample();
        short[] samples = {9, 1_000, -1_000, 9};
        byte[] bytes = new byte[4 * width];
        short[] back = {7, 7, 7, 7};

        encoding.encode(samples, 1, 2, bytes, width);
        encoding.decode(bytes, width, 2, back, 2);

        assertThat(bytes).startsWith(new byte[width]).endsWith(new byte[width]);
        assertThat(back[1]).isEqualTo((short) 7);
        assertThat((int) back[2]).isBetween(970, 1_030);
        assertThat((int) back[3]).isBetween(-1_030, -970);
    }

    @ParameterizedTest
    @EnumSource
    void decoding_and_encoding_allocate_nothing(Encoding encoding) {
        short[] samples = Signals.noise(2, 160);
        byte[] bytes = new byte[320];

        long allocated = Allocations.ofAThousand(() -> {
            encoding.encode(samples, 0, 160, bytes, 0);
            encoding.decode(bytes, 0, 160, samples, 0);
        });

        assertThat(allocated).isZero();
    }
}
