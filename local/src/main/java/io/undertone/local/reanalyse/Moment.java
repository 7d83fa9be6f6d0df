package io.undertone.local.reanalyse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A time as people give it on a command line. */
final class Moment {
    private static final Pattern AGO = Pattern.compile("[0-9]{1,6}[mhd]");

    private Moment() {}

    /** @param text a date (its begin, UTC), a time with its zone, or how long ago: 90m, 6h, 2d */
    static Instant parse(String text, Clock clock) {
        String given = text.strip();
        try {
            if (AGO.matcher(given).matches()) {
                return clock.instant().minus(ago(given));
            }
            return given.contains("T")
                    ? OffsetDateTime.parse(given).toInstant()
                    : LocalDate.parse(given).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "need a date such as 2026-11-21, a time such as 2026-11-21T08:00:00Z, or 90m, 6h or 2d ago, got '%s'"
                            .formatted(text),
                    e);
        }
    }

    private static Duration ago(String given) {
        String unit = given.substring(given.length() - 1);
        return Duration.parse((unit.equals("d") ? "P" : "PT") + given.toUpperCase(Locale.ROOT));
    }
}
