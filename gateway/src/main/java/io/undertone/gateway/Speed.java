package io.undertone.gateway;

/**
 * How fast media time runs against the wall clock.
 *
 * @param factor 1 is real time; infinity waits for nothing
 */
public record Speed(double factor) {
    public static final Speed REAL_TIME = new Speed(1);
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    public Speed {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("need a speed above 0, got " + factor);
        }
    }

    /** Reads {@code max} or a factor such as {@code 1}, {@code 4}, {@code 8}. */
    public static Speed parse(String text) {
        if (text.equals("max")) {
            return MAX;
        }
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw new IllegalArgumentException("need max or a factor such as 1, 4 or 8, got '%s'".formatted(text));
        }
        return new Speed(Double.parseDouble(text));
    }

    /** Nanoseconds of the wall clock that this much media takes. */
    long wallNanos(long mediaMicros) {
        return (long) (mediaMicros * 1_000 / factor);
    }

    @Override
    public String toString() {
        return factor == Double.POSITIVE_INFINITY ? "max" : Double.toString(factor);
    }
}
