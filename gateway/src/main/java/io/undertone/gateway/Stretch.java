package io.undertone.gateway;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-open part of a call's timeline.
 *
 * @param beginSample samples of 8 kHz from the call's start
 * @param endSample exclusive
 */
public record Stretch(long beginSample, long endSample) {
    private static final Pattern FROM_TO = Pattern.compile("(\\d{1,6}(?:\\.\\d+)?)-(\\d{1,6}(?:\\.\\d+)?)");

    public Stretch {
        if (beginSample < 0 || endSample <= beginSample) {
            throw new IllegalArgumentException("need 0 <= FROM < TO, got FROM=%s TO=%s seconds"
                    .formatted(MediaTime.seconds(beginSample), MediaTime.seconds(endSample)));
        }
    }

    /** Reads {@code FROM-TO} in seconds of the call: {@code 30-36.5}. */
    public static Stretch parse(String fromTo) {
        Matcher matcher = FROM_TO.matcher(fromTo.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("need FROM-TO in seconds, such as 30-36.5, got '%s'".formatted(fromTo));
        }
        return ofSeconds(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
    }

    public static Stretch ofSeconds(double from, double to) {
        return new Stretch(MediaTime.samples(from), MediaTime.samples(to));
    }

    boolean overlaps(long begin, long end) {
        return begin < endSample && beginSample < end;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f-%.3f s", MediaTime.seconds(beginSample), MediaTime.seconds(endSample));
    }
}
