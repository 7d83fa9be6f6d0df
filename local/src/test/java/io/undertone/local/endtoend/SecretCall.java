package io.undertone.local.endtoend;

import io.undertone.gateway.CallRecording;
import io.undertone.gateway.LegRecording;
import io.undertone.gateway.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A caller who says something secret. What is secret is louder than everything else ever is, so that one sample of it gives it
 * away wherever it turns up.
 */
final class SecretCall {
    static final int PHRASE_SAMPLES = 20 * 8_000;
    static final Stretch SECRET = new Stretch(PHRASE_SAMPLES + 4_000, 2L * PHRASE_SAMPLES - 4_000);
    static final int LOUDEST_PLAIN_SAMPLE = 8_000;

    private SecretCall() {}

    /** The same phrase three times: softly, as loud as can be, softly again. */
    static CallRecording recording(String callId) throws IOException {
        short[] phrase = Recordings.sample(callId).legs().get(0).samples();
        short[] samples = new short[3 * PHRASE_SAMPLES];
        for (int i = 0; i < samples.length; i++) {
            short sample = phrase[i % PHRASE_SAMPLES];
            boolean secret = SECRET.beginSample() <= i && i < SECRET.endSample();
            int shaped = secret ? sample * 16 : sample / 4;
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, shaped));
        }
        return Recordings.of(callId, LegRecording.customer(samples));
    }

    static int loudestSample(List<Path> files) throws IOException {
        int loudest = 0;
        for (Path file : files) {
            for (short sample : AudioFile.read(file).samples()) {
                loudest = Math.max(loudest, Math.abs(sample));
            }
        }
        return loudest;
    }
}
