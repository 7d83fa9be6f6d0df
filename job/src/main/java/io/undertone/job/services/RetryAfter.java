package io.undertone.job.services;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** When a busy server wants to be asked again (RFC 9110, 10.2.3): in so many seconds, or at a time. */
public final class RetryAfter {
    private static final long LONGEST_SECONDS = 1_000_000;

    private RetryAfter() {}

    /** From now on; 0 where the server does not say, or not so that it can be read. */
    public static long millis(HttpHeaders headers, Clock clock) {
        String text = headers.firstValue("Retry-After").orElse("").strip();
        if (text.matches("\\d{1,18}")) {
            return 1_000 * Math.min(LONGEST_SECONDS, Long.parseLong(text));
        }
        try {
            ZonedDateTime at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Math.max(0, Duration.between(clock.instant(), at.toInstant()).toMillis());
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
