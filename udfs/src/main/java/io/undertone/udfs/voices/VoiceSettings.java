package io.undertone.udfs.voices;

import java.io.Serializable;
import java.util.Map;

/**
 * How alike two pieces of speech are that come from one voice, as cosines.
 *
 * @param high at or above, a voice is that of a voiceprint; from the model's card
 * @param low below, it is not; from the model's card
 */
public record VoiceSettings(double high, double low) implements Serializable {
    /** What a leg may have; the next one is counted to the one that it is most like. */
    public static final int MOST_VOICES = 8;

    /** Share of samples at full scale above which speech teaches nothing. */
    static final double MOST_CLIPPED = 0.01;

    /** The largest magnitude that μ-law has is 32,124; the next step is 31,100. */
    static final int FULL_SCALE = 32_124;

    // What follows was chosen on mixed calls of training readers alone, where none of it is sharp: docs/voices.md.

    /** A window of 2 s is of a new voice below this likeness to a voice that was heard once, … */
    static final double NEW_TO_YOUNG = 0.5;

    /** … and below this to one that was heard {@link #GROWN} times more: voices told apart wrongly are joined later. */
    static final double NEW_TO_GROWN = 0.7;

    static final int GROWN = 4;

    /** Two windows that are a new voice are at least so alike. */
    static final double AGREEING = 0.75;

    /** A window that two known voices together explain as well as this is a turn's change or an overlap. */
    static final double EXPLAINED = 0.7;

    /** A window below this likeness to its voice does not teach it. */
    static final double TEACHING = 0.5;

    /** Windows after which a voice learns no more. */
    static final int LEARNT = 40;

    /** Two groups of voices at or above this are one speaker. */
    static final double ONE_SPEAKER = 0.8;

    /** A voice below this to the leading one of its group is somebody else. */
    static final double SOMEBODY_ELSE = 0.4;

    /** An opening that is more like one voice than another by this, is that one's. */
    static final double CLEARLY = 0.05;

    public VoiceSettings {
        if (!(0 < low && low < high && high < 1)) {
            throw new IllegalArgumentException("need 0 < low < high < 1, got low=%s high=%s".formatted(low, high));
        }
    }

    /** Of a model card's thresholds {@code high} and {@code low}. */
    public static VoiceSettings of(Map<String, Double> thresholds) {
        Double high = thresholds.get("high");
        Double low = thresholds.get("low");
        if (high == null || low == null) {
            throw new IllegalArgumentException("need thresholds high and low, got " + thresholds);
        }
        return new VoiceSettings(high, low);
    }
}
