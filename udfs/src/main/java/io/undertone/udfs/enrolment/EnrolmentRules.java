package io.undertone.udfs.enrolment;

import java.io.Serializable;

/**
 * What a recording needs to make a voiceprint.
 *
 * @param minSpeechMillis of speech, at least
 * @param maxClippedShare of the samples of speech may be at full scale
 */
public record EnrolmentRules(int minSpeechMillis, double maxClippedShare) implements Serializable {
    /** The contract's longest recording. */
    public static final int LONGEST_SECONDS = 60;

    public static final EnrolmentRules DEFAULTS = new EnrolmentRules(3_000, 0.01);

    public EnrolmentRules {
        if (minSpeechMillis < 1 || !(0 <= maxClippedShare && maxClippedShare <= 1)) {
            throw new IllegalArgumentException("need minSpeechMillis >= 1 and 0 <= maxClippedShare <= 1, got %d and %s"
                    .formatted(minSpeechMillis, maxClippedShare));
        }
    }
}
