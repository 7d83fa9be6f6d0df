package io.undertone.udfs.voices;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a leg's voices are one speaker's. Voices are told apart hastily while they are new; here they are parted into the
 * two groups that are most alike within (of at most 128 ways, all are tried), and those that are like neither stay alone.
 */
final class VoiceGroups {
    private final List<Voice> voices;
    private final double[][] alike;

    private VoiceGroups(List<Voice> voices) {
        this.voices = voices;
        this.alike = new double[voices.size()][voices.size()];
        for (int a = 0; a < alike.length; a++) {
            for (int b = 0; b < alike.length; b++) {
                alike[a][b] = Embeddings.cosine(voices.get(a).sum, voices.get(b).sum);
            }
        }
    }

    /** Speakers of a leg, those who spoke most first. */
    static List<HeardSpeaker> of(LegVoices leg) {
        return new VoiceGroups(leg.voices).speakers();
    }

    private List<HeardSpeaker> speakers() {
        int parting = bestParting();
        List<HeardSpeaker> speakers = new ArrayList<>();
        int[] byWeight = IntStream.range(0, voices.size())
                .boxed()
                .sorted((a, b) -> Double.compare(weight(b), weight(a)))
                .mapToInt(voice -> voice)
                .toArray();
        for (int voice : byWeight) {
            HeardSpeaker speaker = speakerOf(voice, parting, speakers);
            if (speaker == null) {
                speakers.add(new HeardSpeaker(voice + 1, voices.get(voice)));
            } else {
                speaker.join(voice + 1, voices.get(voice));
            }
        }
        speakers.sort((a, b) -> Long.compare(b.speechSamples(), a.speechSamples()));
        return speakers;
    }

    /** The speaker of the same group whose it is; null if it is like nobody of those who spoke more. */
    private @Nullable HeardSpeaker speakerOf(int voice, int parting, List<HeardSpeaker> speakers) {
        for (HeardSpeaker speaker : speakers) {
            int leader = speaker.number() - 1;
            if (alike[leader][voice] >= VoiceSettings.SOMEBODY_ELSE && side(leader, parting) == side(voice, parting)) {
                return speaker;
            }
        }
        return null;
    }

    private static int side(int voice, int parting) {
        return parting >> voice & 1;
    }

    /** A bit per voice says which group it is in; the first is in group 0. None set means one speaker. */
    private int bestParting() {
        int best = 0;
        double most = -1;
        for (int parting = 0; parting < 1 << voices.size(); parting += 2) {
            double strength = Math.sqrt(product(parting, 0, 0)) + Math.sqrt(product(parting, 1, 1));
            if (strength > most) {
                most = strength;
                best = parting;
            }
        }
        double apart = Math.sqrt(product(best, 0, 0) * product(best, 1, 1));
        return apart > 0 && product(best, 0, 1) / apart >= VoiceSettings.ONE_SPEAKER ? 0 : best;
    }

    /** Scalar product of the sums of two groups. */
    private double product(int parting, int group, int other) {
        double sum = 0;
        for (int a = 0; a < voices.size(); a++) {
            for (int b = 0; b < voices.size(); b++) {
                if (side(a, parting) == group && side(b, parting) == other) {
                    sum += weight(a) * weight(b) * alike[a][b];
                }
            }
        }
        return Math.max(0, sum);
    }

    private double weight(int voice) {
        return 1 + voices.get(voice).speechSamples;
    }
}
