package io.undertone.udfs.call;

import io.undertone.udfs.audio.Encoding;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A media record to be: 100 ms of 8 kHz, record n of its stream n × 100 ms after the stream began, unless told otherwise. All its
 * samples carry its mark, a letter: record 0 says a, record 1 says b, and so on. Times are milliseconds after {@link #T0}.
 */
final class TestFrame {
    static final long T0 = 1_700_000_000_000L;
    static final int MILLIS = 100;
    private static final int LOWEST_MARK = 1_000;
    private static final int MARK_STEP = 100;

    private final String leg;
    private final long sequence;
    private FrameKind kind = FrameKind.MEDIA;
    private String stream = "first";
    private int rate = 8_000;
    private char mark;
    private long offsetMillis;
    private long capturedMillis;
    private int millis = MILLIS;
    private Consumer<MediaFrame> damage = frame -> {};

    private TestFrame(String leg, long sequence) {
        this.leg = leg;
        this.sequence = sequence;
        this.mark = (char) ('a' + Math.floorMod(sequence, 26));
        this.offsetMillis = sequence * MILLIS;
        this.capturedMillis = sequence * MILLIS;
    }

    static TestFrame media(String leg, long sequence) {
        return new TestFrame(leg, sequence);
    }

    static TestFrame silence(String leg, long sequence) {
        return new TestFrame(leg, sequence).of(FrameKind.SILENCE);
    }

    static TestFrame lost(String leg, long sequence) {
        return new TestFrame(leg, sequence).of(FrameKind.LOST);
    }

    static TestFrame paused(String leg, long sequence) {
        return new TestFrame(leg, sequence).of(FrameKind.PAUSED);
    }

    static TestFrame endOfStream(String leg, long sequence) {
        return new TestFrame(leg, sequence).of(FrameKind.END_OF_STREAM).lasting(0);
    }

    TestFrame of(FrameKind kind) {
        this.kind = kind;
        return this;
    }

    /** Of another stream, which began {@code beganMillis} after T0. */
    TestFrame stream(String id, long beganMillis) {
        stream = id;
        return captured(beganMillis + sequence * MILLIS);
    }

    TestFrame captured(long atMillis) {
        capturedMillis = atMillis;
        return this;
    }

    TestFrame offset(long atMillis) {
        offsetMillis = atMillis;
        return this;
    }

    /** Captured {@code byMillis} later, and as much later on the stream's timeline. */
    TestFrame later(long byMillis) {
        return captured(capturedMillis + byMillis).offset(offsetMillis + byMillis);
    }

    TestFrame lasting(int millis) {
        this.millis = millis;
        return this;
    }

    TestFrame rate(int hz) {
        rate = hz;
        return this;
    }

    TestFrame saying(char mark) {
        this.mark = mark;
        return this;
    }

    /** Does something to the finished record. */
    TestFrame but(Consumer<MediaFrame> damage) {
        this.damage = damage;
        return this;
    }

    MediaFrame build() {
        var frame = new MediaFrame();
        frame.legId = leg;
        frame.streamId = stream;
        frame.kind = kind;
        frame.sequence = sequence;
        frame.offsetSamples = offsetMillis * rate / 1_000;
        frame.captureMicros = (T0 + capturedMillis) * 1_000;
        frame.durationSamples = millis * rate / 1_000;
        frame.sampleRateHz = rate;
        if (kind == FrameKind.MEDIA) {
            frame.encoding = Encoding.L16_LE;
            frame.codec = "L16_LE";
            frame.payload = payload(frame.durationSamples);
        }
        damage.accept(frame);
        return frame;
    }

    /** The letter that a sample says. */
    static char markOf(short sample) {
        return (char) ('a' + Math.round((sample - LOWEST_MARK) / (double) MARK_STEP));
    }

    private byte[] payload(int samples) {
        short[] said = new short[samples];
        Arrays.fill(said, (short) (LOWEST_MARK + (mark - 'a') * MARK_STEP));
        byte[] bytes = new byte[2 * samples];
        Encoding.L16_LE.encode(said, 0, samples, bytes, 0);
        return bytes;
    }
}
