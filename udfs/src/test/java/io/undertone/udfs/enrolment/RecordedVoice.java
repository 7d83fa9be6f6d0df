package io.undertone.udfs.enrolment;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.Resampler;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.speech.SileroVad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An agent's enrolment of 12 s, as somebody would hand it in. */
final class RecordedVoice {
    private static final Path ROOT = Path.of(System.getProperty("undertone.root"));

    private RecordedVoice() {}

    static SileroVad silero() {
        Path models = ROOT.resolve("models");
        var directories =
                new ModelDirectories(models.toString(), models.resolve(".cache").toString());
        return SileroVad.open(
                directories.store(uri -> {
                    throw new IOException("nothing is fetched in a test: " + uri);
                }),
                1);
    }

    /** At 8 kHz. */
    static short[] samples() {
        Path file =
                ROOT.resolve("../shared/audio/voiceprints/callytics_CSR01.wav").normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "this test hears %s, which is missing: the recordings belong beside the project, in shared/audio"
                            .formatted(file));
        }
        try {
            return WavReader.read(file).atEightKilohertz().channels()[0];
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    static short[] atSixteenKilohertz(short[] samples) {
        return new Resampler(8_000, 16_000).resample(samples);
    }

    static EnrolmentOffer offer(Encoding encoding, int rateHz, short[] samples) {
        var offer = new EnrolmentOffer();
        offer.enrollmentId = "e-1";
        offer.consent = true;
        offer.encoding = encoding;
        offer.codec = encoding.name();
        offer.sampleRateHz = rateHz;
        offer.audio = new byte[samples.length * encoding.bytesPerSample()];
        encoding.encode(samples, 0, samples.length, offer.audio, 0);
        return offer;
    }
}
