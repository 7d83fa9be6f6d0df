package io.undertone.job.kafka;

import io.undertone.udfs.call.CallId;
import java.time.Instant;

/** Positions of a call's timeline as wall clock and as seconds. */
public record CallTimes(CallId id) {
    public static final int SAMPLE_RATE_HZ = 8_000;

    /** A month: far beyond any call, far below where positions overflow as times. */
    static final long LAST_SAMPLE = 31L * 86_400 * SAMPLE_RATE_HZ;

    private static final int MICROS_PER_SAMPLE = 1_000_000 / SAMPLE_RATE_HZ;

    public Instant start() {
        return at(0);
    }

    /** Wall clock of a position, UTC. */
    public Instant at(long sample) {
        return CallContract.instant(id.startMicros + sample * MICROS_PER_SAMPLE);
    }

    public static long micros(Instant instant) {
        return MediaContract.micros(instant);
    }

    /** The clock's own reading. */
    public static Instant instant(long micros) {
        return CallContract.instant(micros);
    }

    /** Seconds into the call, unrounded. */
    public static double seconds(long samples) {
        return samples / (double) SAMPLE_RATE_HZ;
    }
}
