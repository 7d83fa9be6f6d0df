package io.undertone.udfs.voices;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertone.udfs.speech.VadFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Diglett's promise: whoever is enrolled with 5 s of speech is told from everybody else in the rest of it. */
class EnrolmentTest {
    private static final int FIVE_SECONDS = 40_000;
    /** As a leg of its own is asked about. */
    private static final int WINDOW = VoiceWindowSettings.SEPARATE.most() * VadFrame.SAMPLES;

    private final List<float[]> prints = new ArrayList<>();
    /** Of each reader, the windows of what was not enrolled with. */
    private final List<List<float[]>> windows = new ArrayList<>();

    private record Errors(double falseRejects, double falseAccepts) {}

    @Test
    void five_seconds_of_speech_are_enough_to_tell_readers_the_model_never_heard() throws IOException {
        VoiceSettings settings = hear();
        List<List<float[]>> wholes = windows.stream()
                .map(all -> List.of(Embeddings.direction(sum(all))))
                .toList();
        Errors whole = errors(wholes, settings.high());
        Errors single = errors(windows, settings.high());
        Errors leaning = errors(windows, settings.low());
        System.out.printf(
                "%d readers enrolled with 5 s; refused of the same, accepted of others: on all the rest at %.3f %.2f %% and %.2f %%, on one"
                        + " window of 2 s %.2f %% and %.2f %%, on one at %.3f %.2f %% and %.2f %%%n",
                prints.size(),
                settings.high(),
                100 * whole.falseRejects,
                100 * whole.falseAccepts,
                100 * single.falseRejects,
                100 * single.falseAccepts,
                settings.low(),
                100 * leaning.falseRejects,
                100 * leaning.falseAccepts);
        assertThat(prints).hasSize(40);
        assertThat(whole.falseRejects).isLessThanOrEqualTo(0.05);
        assertThat(whole.falseAccepts).isLessThanOrEqualTo(0.02);
        assertThat(single.falseAccepts).isLessThanOrEqualTo(0.02);
    }

    private VoiceSettings hear() throws IOException {
        try (var models = new AskedModels()) {
            for (float[] reader : Readers.heldOut()) {
                byte[] speech = models.speech(SyntheticCall.heard(reader, reader.length, new Random(1)));
                prints.add(models.enrolledSpeech(Arrays.copyOf(speech, FIVE_SECONDS)));
                windows.add(models.embeddings(cut(speech)));
            }
            return models.settings();
        }
    }

    private Errors errors(List<List<float[]>> heard, double threshold) {
        int same = 0;
        int refused = 0;
        int others = 0;
        int accepted = 0;
        for (int reader = 0; reader < heard.size(); reader++) {
            for (float[] voice : heard.get(reader)) {
                for (int print = 0; print < prints.size(); print++) {
                    boolean alike = Embeddings.cosine(voice, prints.get(print)) >= threshold;
                    same += reader == print ? 1 : 0;
                    refused += reader == print && !alike ? 1 : 0;
                    others += reader == print ? 0 : 1;
                    accepted += reader != print && alike ? 1 : 0;
                }
            }
        }
        return new Errors((double) refused / same, (double) accepted / others);
    }

    private static List<byte[]> cut(byte[] speech) {
        List<byte[]> cut = new ArrayList<>();
        for (int at = FIVE_SECONDS; at + WINDOW <= speech.length; at += WINDOW) {
            cut.add(Arrays.copyOfRange(speech, at, at + WINDOW));
        }
        return cut;
    }

    private static float[] sum(List<float[]> embeddings) {
        float[] sum = new float[embeddings.get(0).length];
        for (float[] embedding : embeddings) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += embedding[i];
            }
        }
        return sum;
    }
}
