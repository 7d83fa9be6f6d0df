package io.undertone.job.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often an alert may reach its consumers. */
public enum AlertDelivery {
    /** Within milliseconds, and after a failure perhaps again, with the same id. */
    @JsonProperty("at_least_once")
    AT_LEAST_ONCE,
    /** Once, with the next checkpoint. */
    @JsonProperty("exactly_once")
    EXACTLY_ONCE
}
