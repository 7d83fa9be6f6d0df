package io.undertone.udfs.call;

/** What a faulty gateway does to a media record. */
enum Damage {
    NONE,
    CLOCK,
    SEQUENCE,
    CODEC,
    RATE,
    CHANNELS,
    DURATION,
    LENGTH,
    OFFSET;

    void befall(MediaFrame frame) {
        switch (this) {
            case NONE -> {
                /* Most records are whole. */
            }
            case CLOCK -> frame.captureMicros += 86_400_000_000L;
            case SEQUENCE -> frame.sequence += 5_000_000;
            case CODEC -> frame.encoding = null;
            case RATE -> frame.sampleRateHz = 44_100;
            case CHANNELS -> frame.channels = 2;
            case DURATION -> frame.durationSamples = -5;
            case LENGTH -> frame.payload = new byte[3];
            case OFFSET -> frame.offsetSamples = Long.MAX_VALUE;
        }
    }
}
