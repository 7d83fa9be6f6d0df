package io.undertone.job.config;

/** A configuration that cannot be meant. The message names the key, what was found and what was expected. */
public final class InvalidConfigException extends IllegalArgumentException {
    InvalidConfigException(String message) {
        super(message);
    }

    InvalidConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}
