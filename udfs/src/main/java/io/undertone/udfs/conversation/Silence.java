package io.undertone.udfs.conversation;

/**
 * A gap between two stretches of speech.
 *
 * @param span from the end of one stretch to the begin of the next
 * @param netSamples what is left of it without hold and redacted time, at least one sample
 */
public record Silence(Interval span, long netSamples) {

    public Silence {
        if (!(0 < netSamples && netSamples <= span.samples())) {
            throw new IllegalArgumentException(
                    "need 0 < netSamples <= %d, got %d".formatted(span.samples(), netSamples));
        }
    }
}
