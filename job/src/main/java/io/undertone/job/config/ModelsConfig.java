package io.undertone.job.config;

import java.io.Serializable;

/** Where the fetched weights lie. */
public record ModelsConfig(String directory) implements Serializable {
    public ModelsConfig {
        Need.text("directory", directory);
    }
}
