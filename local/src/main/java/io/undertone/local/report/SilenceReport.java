package io.undertone.local.report;

import org.jspecify.annotations.Nullable;

/** The silences of a written call in figures. */
public record SilenceReport(
        long n,
        double totalS,
        @Nullable Double meanS,
        @Nullable Double medianS,
        @Nullable Double stdS,
        @Nullable Double q1S,
        @Nullable Double q3S,
        @Nullable Double iqrS,
        @Nullable Double maxS,
        @Nullable Double thresholdStdS,
        @Nullable Double thresholdIqrS,
        double totalStdS,
        double totalIqrS,
        double leadingS,
        double trailingS,
        double holdS) {
    static SilenceReport of(LakeRow call) {
        return new SilenceReport(
                call.count("silence_count"),
                call.number("silence_total_s"),
                call.numberOrNull("silence_mean_s"),
                call.numberOrNull("silence_median_s"),
                call.numberOrNull("silence_std_s"),
                call.numberOrNull("silence_q1_s"),
                call.numberOrNull("silence_q3_s"),
                call.numberOrNull("silence_iqr_s"),
                call.numberOrNull("silence_max_s"),
                call.numberOrNull("silence_threshold_std_s"),
                call.numberOrNull("silence_threshold_iqr_s"),
                call.number("silence_total_std_s"),
                call.number("silence_total_iqr_s"),
                call.number("silence_leading_s"),
                call.number("silence_trailing_s"),
                call.number("hold_s"));
    }
}
