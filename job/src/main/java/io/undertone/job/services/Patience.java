package io.undertone.job.services;

import java.io.Serializable;

/**
 * How long a question is worth waiting for.
 *
 * @param totalMillis for everything about it: requests, pauses between them, and what is asked once more
 * @param requestMillis for one request, to the last byte of its answer
 * @param attempts at one request, the first included
 * @param backoffMillis before the second attempt, more or less; doubles with each
 * @param longestBackoffMillis of these pauses. Where the service says how long to wait, that counts
 */
public record Patience(int totalMillis, int requestMillis, int attempts, int backoffMillis, int longestBackoffMillis)
        implements Serializable {
    public Patience {
        if (requestMillis < 1 || totalMillis < requestMillis) {
            throw new IllegalArgumentException(
                    "need 1 <= request_ms <= total_ms, got %d and %d".formatted(requestMillis, totalMillis));
        }
        if (attempts < 1 || backoffMillis < 1 || longestBackoffMillis < backoffMillis) {
            throw new IllegalArgumentException(
                    "need attempts >= 1 and 1 <= backoff_ms <= longest_backoff_ms, got %d, %d and %d"
                            .formatted(attempts, backoffMillis, longestBackoffMillis));
        }
    }
}
