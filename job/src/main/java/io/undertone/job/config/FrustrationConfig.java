package io.undertone.job.config;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Thresholds of rule frustration. What is left out is as the emotion model's card says. */
public record FrustrationConfig(
        @Nullable Double enter,
        @Nullable Double high,
        @Nullable Double exit) implements Serializable {
    public FrustrationConfig {
        probability("enter", enter);
        probability("high", high);
        probability("exit", exit);
    }

    private static void probability(String name, @Nullable Double value) {
        Need.that(value == null || (value > 0 && value < 1), "0 < %s < 1, got %s".formatted(name, value));
    }
}
