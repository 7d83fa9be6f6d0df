package io.undertone.udfs.words;

import io.undertone.udfs.audio.Recording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How fast somebody talks: words per minute of their speech. */
public final class TalkSpeed {
    private static final double SAMPLES_PER_MINUTE = 60.0 * Recording.TELEPHONE_HZ;

    /**
     * An utterance whose words are known.
     *
     * @param participant key of who speaks
     * @param samples its length
     */
    public record Spoken(String participant, long samples, int words) {}

    private TalkSpeed() {}

    /**
     * Words per minute by participant. Utterances whose words are not known are to be left out: their time would count for nothing
     * said. Who has no speech is not in the map.
     */
    public static Map<String, Double> byParticipant(List<Spoken> utterances) {
        Map<String, Long> samples = new LinkedHashMap<>();
        Map<String, Long> words = new HashMap<>();
        for (Spoken spoken : utterances) {
            if (spoken.samples() > 0) {
                samples.merge(spoken.participant(), spoken.samples(), Long::sum);
                words.merge(spoken.participant(), (long) spoken.words(), Long::sum);
            }
        }
        Map<String, Double> speeds = new LinkedHashMap<>();
        samples.forEach((participant, spoken) ->
                speeds.put(participant, words.getOrDefault(participant, 0L) * SAMPLES_PER_MINUTE / spoken));
        return speeds;
    }
}
