package io.undertone.udfs.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What a rule made of an angry stretch.
 *
 * @param speechSeconds of it, as the live leg heard them
 * @param raised how often somebody was told
 * @param delaySeconds of speech, from its begin to the end of what the first decision rests on; null if nobody was told
 */
public record StretchOutcome(
        String call,
        Stretch stretch,
        double speechSeconds,
        int raised,
        @Nullable Double delaySeconds) {
    public boolean alerted() {
        return raised > 0;
    }
}
