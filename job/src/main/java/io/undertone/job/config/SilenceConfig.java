package io.undertone.job.config;

import java.io.Serializable;

/** Factors of the two thresholds above which a silence counts as long: sigma x factor, median + IQR x factor. */
public record SilenceConfig(double stdFactor, double iqrFactor) implements Serializable {
    public SilenceConfig {
        Need.that(0 < stdFactor && stdFactor < Double.POSITIVE_INFINITY, "0 < std_factor, got %s".formatted(stdFactor));
        Need.that(0 < iqrFactor && iqrFactor < Double.POSITIVE_INFINITY, "0 < iqr_factor, got %s".formatted(iqrFactor));
    }
}
