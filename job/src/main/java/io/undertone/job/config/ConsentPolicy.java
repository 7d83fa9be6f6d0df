package io.undertone.job.config;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an unset consent means. A refusal is a refusal under both. */
public enum ConsentPolicy {
    /** Unset is refused. */
    @JsonProperty("required")
    REQUIRED,
    /** Unset is given. */
    @JsonProperty("assumed")
    ASSUMED
}
