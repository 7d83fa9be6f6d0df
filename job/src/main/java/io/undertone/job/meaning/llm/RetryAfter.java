package io.undertone.job.meaning.llm;

import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.concurrent.TimeUnit;

/** How long a service asks to be left alone: seconds or a date, RFC 9110, 10.2.3. */
final class RetryAfter {
    private static final String HEADER = "Retry-After";
    /** A service that asks for more is out for the part at hand. */
    private static final long LONGEST_SECONDS = 86_400;

    private RetryAfter() {}

    static long millis(HttpHeaders headers, Clock clock) {
        return headers.firstValue(HEADER)
                .map(value -> millis(value.strip(), clock))
                .orElse(ModelCallException.NOT_SAID);
    }

    private static long millis(String value, Clock clock) {
        try {
            return TimeUnit.SECONDS.toMillis(Math.min(LONGEST_SECONDS, Math.max(0, Long.parseLong(value))));
        } catch (NumberFormatException notSeconds) {
            return untilDate(value, clock);
        }
    }

    private static long untilDate(String value, Clock clock) {
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            long millis = Duration.between(clock.instant(), date).toMillis();
            return Math.min(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS), Math.max(0, millis));
        } catch (DateTimeParseException neither) {
            return ModelCallException.NOT_SAID;
        }
    }
}
