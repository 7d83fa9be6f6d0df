package io.undertone.udfs.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model tells voices apart: equal error rates as fractions, null where they were not measured.
 *
 * @param eerWhole of whole recordings
 * @param eerThreeSeconds of three seconds of speech
 * @param eerHalves of halves of single recordings
 * @param pairs that {@code eerThreeSeconds} is over
 * @param samePairs those of one speaker among them
 */
public record SpeakerQuality(
        @Nullable Double eerWhole,
        @Nullable Double eerThreeSeconds,
        @Nullable Double eerHalves,
        int pairs,
        int samePairs) {
    /** Of what {@code comparison} cut long and short. */
    public static SpeakerQuality of(Comparison comparison, List<Voice> longCuts, List<Voice> shortCuts) {
        Double eer = VoicePairs.of(longCuts).equalErrorRate();
        VoicePairs brief = VoicePairs.of(shortCuts);
        boolean whole = comparison == Comparison.RECORDINGS;
        return new SpeakerQuality(
                whole ? eer : null, brief.equalErrorRate(), whole ? null : eer, brief.count(), brief.same());
    }
}
