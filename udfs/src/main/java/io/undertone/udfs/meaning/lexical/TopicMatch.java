package io.undertone.udfs.meaning.lexical;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the known topic that a dialogue is about. Thread-safe. */
final class TopicMatch {
    /** Likeness below which no topic fits. On callytics_01 the right ones have 0.57 and more, wrong ones 0.29 at most: one call, not held back. */
    private static final double FITS = 0.35;

    /** Topics of some tenants, 1.5 KB each. */
    private static final int REMEMBERED = 2_000;

    private final Embedder embedder;
    private final Map<String, float[]> places = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    TopicMatch(Embedder embedder) {
        this.embedder = embedder;
    }

    /** The first of the best ones; none if none fits. */
    Optional<String> best(Gist gist, List<String> topics) {
        String best = null;
        double likeness = FITS;
        for (String topic : topics) {
            double found = gist.likeness(placeOf(topic));
            if (found > likeness) {
                best = topic;
                likeness = found;
            }
        }
        return Optional.ofNullable(best);
    }

    private float[] placeOf(String topic) {
        synchronized (places) {
            float[] known = places.get(topic);
            if (known != null) {
                return known;
            }
        }
        float[] place = embedder.embed(topic);
        synchronized (places) {
            places.put(topic, place);
        }
        return place;
    }
}
