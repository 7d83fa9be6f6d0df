package io.undertone.job.voices;

import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.ConsentRule;
import io.undertone.udfs.audio.WavReader;
import io.undertone.udfs.enrolment.EnrolmentRules;
import io.undertone.udfs.enrolment.VoiceMemory;
import io.undertone.udfs.inference.Batching;
import io.undertone.udfs.inference.Execution;
import io.undertone.udfs.model.ModelDirectories;
import io.undertone.udfs.speech.SpeechSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real agent's recording for enrolment, and the settings under which it is heard. */
final class AgentVoice {
    static final int CAPACITY = 8;

    private static final Path ROOT = Path.of(System.getProperty("undertone.root"));

    private AgentVoice() {}

    static short[] samples() throws IOException {
        Path file =
                ROOT.resolve("../shared/audio/voiceprints/callytics_CSR01.wav").normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(
                    "this test listens to a recording that is missing: " + file.toAbsolutePath());
        }
        return WavReader.read(file).atEightKilohertz().channels()[0];
    }

    static VoicesSettings settings(ConsentRule consent) {
        Path models = ROOT.resolve("models");
        var directories =
                new ModelDirectories(models.toString(), models.resolve(".cache").toString());
        return new VoicesSettings(
                SpeechSettings.defaults(),
                EnrolmentRules.DEFAULTS,
                consent,
                new ModelStage(directories, "undertone-speaker", Execution.ON_CPU, Batching.AT_ONCE, CAPACITY, 30_000),
                new VoiceMemory(14_400_000, 90_000_000));
    }
}
