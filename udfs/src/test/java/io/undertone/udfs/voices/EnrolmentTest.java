package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Diglett's promise: whoever is enrolled with 5 s of speech is told from everybody else in the rest of it. */
class EnrolmentTest {
    private static final int FIVE_SECONDS = 40_000;
    private static final int WINDOW = 24_000;

    @Test
    void five_seconds_of_speech_are_enough_to_tell_readers_the_model_never_heard() throws IOException {
        List<float[]> prints = new ArrayList<>();
        List<LegVoices> rests = new ArrayList<>();
        VoiceSettings settings;
        try (var models = new AskedModels()) {
            settings = models.settings();
            for (float[] reader : Readers.heldOut()) {
                byte[] speech = models.speech(SyntheticCall.heard(reader, reader.length, new Random(1)));
                prints.add(models.enrolledSpeech(Arrays.copyOf(speech, FIVE_SECONDS)));
                rests.add(rest(models, Arrays.copyOfRange(speech, FIVE_SECONDS, speech.length)));
            }
        }
        int falseRejects = 0;
        int falseAccepts = 0;
        double least = 1;
        for (int reader = 0; reader < rests.size(); reader++) {
            for (int print = 0; print < prints.size(); print++) {
                double score = Embeddings.cosine(rests.get(reader).voice(1).sum, prints.get(print));
                boolean accepted = score >= settings.high();
                falseRejects += reader == print && !accepted ? 1 : 0;
                falseAccepts += reader != print && accepted ? 1 : 0;
                least = reader == print ? Math.min(least, score) : least;
            }
        }
        int others = prints.size() * (prints.size() - 1);
        System.out.printf(
                "enrolled with 5 s, verified on the rest at %.2f: %d of %d refused, %d of %d others accepted; least own score %.3f%n",
                settings.high(), falseRejects, prints.size(), falseAccepts, others, least);
        assertThat(prints).hasSize(40);
        assertThat(falseRejects).isLessThanOrEqualTo(2);
        assertThat((double) falseAccepts / others).isLessThanOrEqualTo(0.02);
    }

    /** The voice of all whole windows of 3 s, as a leg gathers it. */
    private static LegVoices rest(AskedModels models, byte[] speech) {
        List<byte[]> windows = new ArrayList<>();
        for (int at = 0; at + WINDOW <= speech.length; at += WINDOW) {
            windows.add(Arrays.copyOfRange(speech, at, at + WINDOW));
        }
        var leg = new LegVoices();
        models.embeddings(windows).forEach(embedding -> {
            if (leg.voices.isEmpty()) {
                leg.voices.add(new Voice(embedding));
            } else {
                leg.voice(1).learn(embedding);
            }
        });
        return leg;
    }
}
