package io.undertone.udfs.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AudioRingTest {
    private static final int CAPACITY = 32_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_last_samples_are_held_however_they_came(long seed) {
        var random = new Random(seed);
        short[] samples = Signals.noise(seed, 100_000);
        byte[] muLaw = muLaw(samples);
        long start = 5_000_000_000L;
        var ring = new AudioRing(CAPACITY);

        for (int at = 0; at < samples.length; ) {
            int end = Math.min(samples.length, at + random.nextInt(1, 800));
            ring.append(start + at, samples, at, end);
            at = end;

            int held = Math.min(at, CAPACITY);
            assertThat(ring.end()).isEqualTo(start + at);
            assertThat(ring.begin()).isEqualTo(start + at - held);
            assertThat(ring.copy(ring.begin(), ring.end())).isEqualTo(Arrays.copyOfRange(muLaw, at - held, at));
        }
    }

    @Test
    void any_stretch_that_is_held_can_be_copied() {
        short[] samples = Signals.noise(4, 50_000);
        var ring = new AudioRing(CAPACITY);
        ring.append(0, samples, 0, samples.length);

        assertThat(ring.copy(20_000, 45_000)).isEqualTo(Arrays.copyOfRange(muLaw(samples), 20_000, 45_000));
        assertThat(ring.copy(50_000, 50_000)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 2_304, 12_000})
    void a_ring_that_lets_go_keeps_the_rest_in_little_more_room_and_goes_on(int kept) {
        short[] samples = Signals.noise(5, 60_000);
        byte[] muLaw = muLaw(samples);
        var ring = new AudioRing(CAPACITY);
        for (int at = 0; at < 50_000; at += 800) {
            ring.append(at, samples, at, at + 800);
            ring.keepFrom(ring.end() - kept);
            assertThat(ring.held).isEqualTo(Math.min(kept, at + 800));
            assertThat(ring.muLaw).hasSizeLessThanOrEqualTo(kept + 2 * 1_024);
            assertThat(ring.copy(ring.begin(), ring.end()))
                    .isEqualTo(Arrays.copyOfRange(muLaw, (int) ring.begin(), at + 800));
        }
        ring.append(50_400, samples, 50_400, 60_000);
        assertThat(ring.copy(50_400, 60_000)).isEqualTo(Arrays.copyOfRange(muLaw, 50_400, 60_000));
    }

    @Test
    void what_lies_after_a_ring_or_before_it_changes_nothing_but_what_is_held() {
        var ring = new AudioRing(CAPACITY);
        ring.append(1_000, new short[200], 0, 200);
        ring.keepFrom(500);
        assertThat(ring.held).isEqualTo(200);
        ring.keepFrom(7_000);
        assertThat(ring.held).isZero();
        assertThat(ring.end()).isEqualTo(1_200);
    }

    @Test
    void a_stretch_that_is_not_held_is_refused_with_both_ranges() {
        var ring = new AudioRing(100);
        ring.append(1_000, new short[250], 0, 250);

        assertThatThrownBy(() -> ring.copy(1_149, 1_200))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("asked for samples [1149, 1200), held are [1150, 1250)");
        assertThatThrownBy(() -> ring.copy(1_200, 1_251)).hasMessageContaining("[1200, 1251)");
        assertThatThrownBy(() -> ring.copy(1_210, 1_200)).hasMessageContaining("[1210, 1200)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999, 1_251, 9_000})
    void a_jump_forgets_what_lay_before(long position) {
        var ring = new AudioRing(1_000);
        ring.append(1_000, Signals.noise(5, 250), 0, 250);

        ring.append(position, new short[40], 0, 40);

        assertThat(ring.begin()).isEqualTo(position);
        assertThat(ring.end()).isEqualTo(position + 40);
        assertThat(ring.muLaw).containsOnly(G711.MU_LAW_SILENCE, (byte) 0);
    }

    @Test
    void nothing_appended_changes_nothing() {
        var ring = new AudioRing(1_000);
        ring.append(1_000, new short[250], 0, 250);

        ring.append(7_000, new short[250], 30, 30);

        assertThat(ring.begin()).isEqualTo(1_000);
        assertThat(ring.end()).isEqualTo(1_250);
    }

    @Test
    void a_young_leg_is_small_and_an_old_one_no_larger_than_the_capacity() {
        var ring = new AudioRing(CAPACITY);
        assertThat(ring.muLaw).isEmpty();

        ring.append(0, new short[800], 0, 800);
        assertThat(ring.muLaw.length).isLessThanOrEqualTo(1_024);

        for (int second = 1; second < 20; second++) {
            ring.append(ring.end(), new short[8_000], 0, 8_000);
        }
        assertThat(ring.muLaw).hasSize(CAPACITY);
    }

    @Test
    void erasing_silences_that_stretch_only() {
        short[] samples = Signals.noise(6, 1_500);
        var ring = new AudioRing(1_000);
        ring.append(0, samples, 0, 1_500);
        byte[] expected = muLaw(samples);
        Arrays.fill(expected, 400, 700, G711.MU_LAW_SILENCE);
        Arrays.fill(expected, 1_400, 1_500, G711.MU_LAW_SILENCE);

        ring.erase(400, 700);
        ring.erase(1_400, 9_000);
        ring.erase(0, 100);

        assertThat(ring.copy(500, 1_500)).isEqualTo(Arrays.copyOfRange(expected, 500, 1_500));
    }

    @Test
    void a_full_ring_allocates_nothing() {
        var ring = new AudioRing(CAPACITY);
        short[] frame = Signals.noise(7, 256);
        ring.append(0, new short[CAPACITY], 0, CAPACITY);

        assertThat(Allocations.ofAThousand(() -> ring.append(ring.end(), frame, 0, 256)))
                .isZero();
    }

    @Test
    void a_ring_without_room_is_refused() {
        assertThatThrownBy(() -> new AudioRing(0)).hasMessage("need a capacity above 0 samples, got 0");
    }

    private static byte[] muLaw(short[] samples) {
        byte[] bytes = new byte[samples.length];
        Encoding.PCMU.encode(samples, 0, samples.length, bytes, 0);
        return bytes;
    }
}
