package io.undertone.udfs.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PowerSpectrumTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 10, 20, 50, 100, 128, 200, 250, 256, 400, 512, 1000, 2048})
    void it_is_the_definition(int size) {
        double[] frame = new double[size];
        float[] noise = TestSignals.noise(8000, size);
        for (int i = 0; i < size; i++) {
            frame[i] = noise[i];
        }
        double[] power = new double[size / 2 + 1];
        new PowerSpectrum(size).of(frame, power);

        for (int bin = 0; bin <= size / 2; bin++) {
            assertThat(power[bin]).as("bin %d", bin).isCloseTo(byDefinition(frame, bin), within(1e-9));
        }
    }

    private static double byDefinition(double[] frame, int bin) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < frame.length; i++) {
            double angle = 2 * Math.PI * ((long) bin * i % frame.length) / frame.length;
            re += frame[i] * Math.cos(angle);
            im -= frame[i] * Math.sin(angle);
        }
        return re * re + im * im;
    }

    @Test
    void other_sizes_are_refused() {
        assertThatThrownBy(() -> new PowerSpectrum(401)).hasMessage("need an even size, got 401");
        assertThatThrownBy(() -> new PowerSpectrum(0)).hasMessage("need an even size, got 0");
        assertThatThrownBy(() -> new PowerSpectrum(220)).hasMessage("need a product of 2 and 5, got 110");
    }
}
