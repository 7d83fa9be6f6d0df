package io.undertone.udfs.enrolment;

import io.undertone.udfs.audio.Encoding;
import io.undertone.udfs.audio.HalfBandDecimator;
import io.undertone.udfs.audio.HalfBandState;
import io.undertone.udfs.enrolment.EnrolmentRefusal.Reason;
import io.undertone.udfs.loudness.Levels;
import io.undertone.udfs.speech.SileroVad;
import io.undertone.udfs.speech.SpeechRounds;
import io.undertone.udfs.speech.SpeechSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Listens to recordings: takes their speech, and refuses those of which no good voiceprint would come. Not thread-safe. */
public final class EnrolmentEar {
    private static final int RATE_HZ = 8_000;

    /** Below this, RMS over the whole recording, nobody was near the microphone: comfort noise of telephones lies at −60. */
    private static final double SILENT_DBFS = -60;

    /** 0.2 dB below full scale: the largest levels of A-law and μ-law are 32256 and 32124. */
    private static final int CLIPPED = 32_000;

    private final SpeechRounds rounds;
    private final SpeechSettings speech;
    private final EnrolmentRules rules;
    private final int mostSamples;

    /**
     * @param vad for whole recordings, a frame at a time
     * @param mostSpeechSeconds that the model takes at once
     */
    public EnrolmentEar(SileroVad vad, SpeechSettings speech, EnrolmentRules rules, double mostSpeechSeconds) {
        this.rounds = new SpeechRounds(vad, speech, 1);
        this.speech = speech;
        this.rules = rules;
        this.mostSamples = (int) (mostSpeechSeconds * RATE_HZ);
    }

    /** What the recording holds of a voice, or why it is refused. */
    public Hearing hear(EnrolmentOffer offer) {
        EnrolmentRefusal problem = EnrolmentCheck.problem(offer);
        if (problem != null) {
            return problem;
        }
        short[] recorded = decoded(offer);
        if (rmsDbfs(recorded) < SILENT_DBFS) {
            return new EnrolmentRefusal(
                    Reason.SILENT,
                    "%.1f dBFS over the whole recording; expected at least %.0f"
                            .formatted(rmsDbfs(recorded), SILENT_DBFS));
        }
        int perSample = offer.sampleRateHz / RATE_HZ;
        short[] samples = perSample == 1 ? recorded : halved(recorded);
        List<Stretch> spoken = SpeechFinder.find(rounds, speech, samples);
        EnrolmentRefusal refusal = problem(spoken, recorded, perSample);
        return refusal == null ? heard(samples, spoken) : refusal;
    }

    private HeardVoice heard(short[] samples, List<Stretch> spoken) {
        byte[] muLaw = new byte[Math.min(mostSamples, length(spoken))];
        int filled = 0;
        for (Stretch stretch : spoken) {
            int count = Math.min(stretch.length(), muLaw.length - filled);
            Encoding.PCMU.encode(samples, stretch.from(), count, muLaw, filled);
            filled += count;
        }
        return new HeardVoice(
                muLaw,
                (double) length(spoken) / RATE_HZ,
                SpokenLevels.lufs(samples, spoken),
                SpokenLevels.meanAbsolute(samples, spoken));
    }

    private @Nullable EnrolmentRefusal problem(List<Stretch> spoken, short[] recorded, int perSample) {
        int samples = length(spoken);
        if (samples < (long) rules.minSpeechMillis() * RATE_HZ / 1_000) {
            return new EnrolmentRefusal(
                    Reason.TOO_LITTLE_SPEECH,
                    "%.1f s of speech; expected at least %.1f s"
                            .formatted((double) samples / RATE_HZ, rules.minSpeechMillis() / 1_000.0));
        }
        double clipped = (double) clipped(spoken, recorded, perSample) / ((long) samples * perSample);
        if (clipped > rules.maxClippedShare()) {
            return new EnrolmentRefusal(
                    Reason.CLIPPED,
                    "%.1f %% of the speech is at full scale; expected at most %.1f %%"
                            .formatted(100 * clipped, 100 * rules.maxClippedShare()));
        }
        return null;
    }

    private static short[] decoded(EnrolmentOffer offer) {
        Encoding encoding = Objects.requireNonNull(offer.encoding, "checked");
        short[] samples = new short[offer.audio.length / encoding.bytesPerSample()];
        encoding.decode(offer.audio, 0, samples.length, samples, 0);
        return samples;
    }

    private static short[] halved(short[] recorded) {
        short[] halved = new short[recorded.length / 2 + 1];
        int written = HalfBandDecimator.decimate(new HalfBandState(), recorded, 0, recorded.length, halved, 0);
        return Arrays.copyOf(halved, written);
    }

    private static double rmsDbfs(short[] samples) {
        double squares = 0;
        for (short sample : samples) {
            squares += (double) sample * sample;
        }
        return Levels.dbfs(Math.sqrt(squares / samples.length) / 32_768);
    }

    private static long clipped(List<Stretch> spoken, short[] recorded, int perSample) {
        long clipped = 0;
        for (Stretch stretch : spoken) {
            for (int i = stretch.from() * perSample; i < Math.min(recorded.length, stretch.to() * perSample); i++) {
                clipped += Math.abs(recorded[i]) >= CLIPPED ? 1 : 0;
            }
        }
        return clipped;
    }

    private static int length(List<Stretch> spoken) {
        return spoken.stream().mapToInt(Stretch::length).sum();
    }
}
