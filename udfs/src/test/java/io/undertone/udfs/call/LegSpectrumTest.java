package io.undertone.udfs.call;

import static io.undertone.udfs.call.TestFrame.lost;
import static io.undertone.udfs.call.TestFrame.media;
import static io.undertone.udfs.call.TestFrame.paused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.Signals;
import io.undertone.udfs.call.CallSignal.Kind;
import io.undertone.udfs.loudness.SpectralMeans;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of a leg's media its spectrum is measured on. */
class LegSpectrumTest {
    private static final int FRAMES_A_RECORD = 5;

    private final CallScenario call = new CallScenario().started();

    @Test
    void a_leg_of_16_khz_is_measured_at_its_own_rate() {
        for (int sequence = 0; sequence < 10; sequence++) {
            call.frame(tone(sequence, 16_000, 7_000));
        }

        SpectralMeans means = Objects.requireNonNull(means());
        assertThat(means.centroidHz).isCloseTo(7_000, within(1.0));
        assertThat(means.energy6000To20000).isCloseTo(0.005, within(1e-5));
        assertThat(LegSummary.of(call.leg("customer")).sampleRateHz).isEqualTo(16_000);
    }

    @Test
    void a_leg_of_8_khz_has_no_band_from_6_khz() {
        call.frame(tone(0, 8_000, 1_000));

        SpectralMeans means = Objects.requireNonNull(means());
        assertThat(means.energy6000To20000).isNull();
        assertThat(means.energy250To2000).isCloseTo(0.005, within(1e-4));
    }

    @Test
    void what_conceals_a_loss_or_a_pause_is_not_measured() {
        call.frame(tone(0, 8_000, 1_000))
                .frame(lost("customer", 1))
                .frame(tone(2, 8_000, 1_000))
                .frame(paused("customer", 3))
                .frame(tone(4, 8_000, 1_000));

        assertThat(call.timeline("customer").substring(1, 2)).isEqualTo("~");
        assertThat(call.leg("customer").spectrum.frames).isEqualTo(3 * FRAMES_A_RECORD);
        assertThat(Objects.requireNonNull(means()).centroidHz).isCloseTo(1_000, within(1.0));
    }

    @Test
    void what_is_withheld_is_not_measured_and_nothing_of_it_is_kept() {
        call.frame(tone(0, 8_000, 1_000)).signal(Kind.SECURE_PAUSE, 700);
        for (int sequence = 1; sequence < 10; sequence++) {
            call.frame(tone(sequence, 8_000, 3_000));
        }

        // The first two tenths lie before the padding of the pause.
        assertThat(call.call.counts.withheld).isEqualTo(8);
        assertThat(call.leg("customer").spectrum.tail).containsOnly(0);
        assertThat(call.leg("customer").spectrum.frames).isEqualTo(1 + (2 * 800 - 256) / 128);
    }

    @Test
    void a_new_stream_joins_no_frame_with_the_one_before() {
        call.frame(tone(0, 8_000, 1_000)).frame(tone(0, 8_000, 1_000).stream("second", 100));

        assertThat(call.timeline("customer")).hasSize(2).doesNotContain(".");
        assertThat(call.leg("customer").spectrum.frames).isEqualTo(2 * FRAMES_A_RECORD);
    }

    @Test
    void the_next_part_is_measured_anew_and_a_closed_call_keeps_no_samples() {
        call.frame(tone(0, 8_000, 1_000)).frame(tone(1, 8_000, 1_000)).advanceTo(60_300);
        assertThat(call.header()).isNotNull();
        assertThat(call.leg("customer").spectrum.tail).isEmpty();

        call.frame(tone(2, 8_000, 3_000).later(100_000));

        assertThat(call.last().number).isOne();
        assertThat(Objects.requireNonNull(means()).centroidHz).isCloseTo(3_000, within(1.0));
    }

    @Test
    void a_leg_that_was_never_heard_has_no_spectrum() {
        call.frame(lost("customer", 0)).frame(media("agent", 0));

        assertThat(means()).isNull();
    }

    private @Nullable SpectralMeans means() {
        return LegSummary.of(call.leg("customer")).spectrum;
    }

    /** A tenth of a second of a sine of −20 dBFS. */
    private static TestFrame tone(int sequence, int rateHz, double hz) {
        short[] samples = Signals.sine(rateHz, hz, -20, 0.1);
        byte[] payload = new byte[2 * samples.length];
        Encoding.L16_LE.encode(samples, 0, samples.length, payload, 0);
        return media("customer", sequence).rate(rateHz).but(frame -> frame.payload = payload);
    }
}
