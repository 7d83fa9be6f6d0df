package io.undertone.local.models;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.MuLawWav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the models of these tests can tell apart: how high and how loud. {@code level} is a fraction of full scale. */
record Tone(int hz, double level, double seconds) {
    private static final int RATE = 8_000;

    void write(Path file) throws IOException {
        short[] samples = new short[(int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (32_767 * level * Math.sin(2 * Math.PI * hz * i / RATE));
        }
        byte[] muLaw = new byte[samples.length];
        Encoding.PCMU.encode(samples, 0, samples.length, muLaw, 0);
        Files.createDirectories(file.getParent());
        Files.write(file, MuLawWav.of(muLaw, RATE));
    }
}
