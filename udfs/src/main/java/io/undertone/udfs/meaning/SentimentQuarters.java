package io.undertone.udfs.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one participant's sentiment went through a call: +5, 0 or −5 for each utterance, as means weighted by time.
 *
 * <p>Quarters run from 0 to the participant's last speech; an utterance counts in each by how much of it lies inside. A quarter
 * without speech whose sentiment is known is null.
 *
 * @param shift the last quarter less the first; null if either is
 * @param overall null if no utterance's sentiment is known
 */
public record SentimentQuarters(
        @Nullable Double first,
        @Nullable Double second,
        @Nullable Double third,
        @Nullable Double last,
        @Nullable Double shift,
        @Nullable Double overall) {

    private static final int QUARTERS = 4;

    /**
     * An utterance of the participant.
     *
     * @param begin in samples of the call's timeline, as {@code end}
     * @param sentiment null if unknown: it is speech all the same
     */
    public record Scored(long begin, long end, @Nullable Sentiment sentiment) {
        public Scored {
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException("need 0 <= begin <= end, got %d to %d".formatted(begin, end));
            }
        }
    }

    /** Of one participant's utterances, in any order. */
    public static SentimentQuarters of(List<Scored> utterances) {
        long lastSpeech = utterances.stream().mapToLong(Scored::end).max().orElse(0);
        @Nullable Double[] quarters = new @Nullable Double[QUARTERS];
        for (int i = 0; i < QUARTERS; i++) {
            quarters[i] = mean(utterances, i * lastSpeech, (i + 1) * lastSpeech);
        }
        Double first = quarters[0];
        Double last = quarters[QUARTERS - 1];
        return new SentimentQuarters(
                first,
                quarters[1],
                quarters[2],
                last,
                first == null || last == null ? null : last - first,
                mean(utterances, 0, QUARTERS * lastSpeech));
    }

    /** Between two points in quarters of a sample: whole numbers, so that a border in mid-sample is exact. */
    private static @Nullable Double mean(List<Scored> utterances, long from, long to) {
        long weights = 0;
        long sum = 0;
        for (Scored utterance : utterances) {
            long inside = Math.min(QUARTERS * utterance.end(), to) - Math.max(QUARTERS * utterance.begin(), from);
            if (inside > 0 && utterance.sentiment() != null) {
                weights += inside;
                sum += inside * utterance.sentiment().score();
            }
        }
        return weights == 0 ? null : (double) sum / weights;
    }
}
