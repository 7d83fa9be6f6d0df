package io.undertone.job.config;

import java.io.Serializable;

/** The database, and how many rows, or for how long, a write waits for company. */
public record PostgresConfig(String url, String user, String password, int batchRows, int batchMs)
        implements Serializable {
    public PostgresConfig {
        // Neither message shows the address: it may carry a password.
        Need.that(url.startsWith("jdbc:postgresql:"), "url to begin with jdbc:postgresql:");
        Need.that(!url.contains("password="), "url without a password: it belongs into key password");
        Need.text("user", user);
        Need.atLeast(1, "batch_rows", batchRows);
        Need.atLeast(1, "batch_ms", batchMs);
    }

    @Override
    public String toString() {
        return "PostgresConfig[url=%s, user=%s, password=%s, batchRows=%d, batchMs=%d]"
                .formatted(url, user, Secrets.MASK, batchRows, batchMs);
    }
}
