package io.undertone.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertone.gateway.CallRecording;
import io.undertone.gateway.LegRecording;
import io.undertone.udfs.audio.G711;
import io.undertone.udfs.loudness.SpectralMeans;
import io.undertone.udfs.loudness.SpectrumMeter;
import io.undertone.udfs.loudness.SpectrumState;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is known of a leg's audio, in the row that is left of it. */
@ExtendWith(SharedSystem.class)
class AudioPropertiesTest {
    private final TestSystem system;

    AudioPropertiesTest(TestSystem system) {
        this.system = system;
    }

    @Test
    void a_leg_has_the_spectrum_of_what_was_heard_on_it() throws Exception {
        CallRecording sample = Recordings.sample("spectrum");
        short[] customer = Arrays.copyOf(sample.legs().get(0).samples(), 12 * 8_000);
        system.play(Recordings.plain(Recordings.of("spectrum", LegRecording.customer(customer))));

        var rows = new DatabaseRows(system.local().config().postgres());
        JsonNode properties =
                new ObjectMapper().readTree(rows.legs("spectrum")).get(0).get("audio_properties");

        SpectralMeans expected = measured(customer);
        assertThat(properties.get("spectral_centroid_hz").asDouble())
                .isBetween(200.0, 3_000.0)
                .isCloseTo(expected.centroidHz, within(1e-6));
        assertThat(properties.get("energy_250_2000_hz").asDouble()).isCloseTo(expected.energy250To2000, within(1e-12));
        assertThat(properties.get("energy_6000_20000_hz").isNull()).isTrue();
        assertThat(properties.get("mfcc_means")).hasSize(13);
        for (int k = 0; k < 13; k++) {
            assertThat(properties.get("mfcc_means").get(k).asDouble()).isCloseTo(expected.mfcc.get(k), within(1e-6));
        }
    }

    /** Of the samples as they come out of the telephone. */
    private static SpectralMeans measured(short[] samples) {
        short[] heard = new short[samples.length];
        for (int i = 0; i < samples.length; i++) {
            heard[i] = G711.decodeMuLaw(G711.encodeMuLaw(samples[i]));
        }
        var state = new SpectrumState();
        new SpectrumMeter(8_000).advance(state, heard, 0, heard.length);
        return Objects.requireNonNull(SpectralMeans.of(state));
    }
}
