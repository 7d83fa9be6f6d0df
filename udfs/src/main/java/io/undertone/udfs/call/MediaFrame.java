package io.undertone.udfs.call;

import io.undertone.udfs.audio.Encoding;
import org.jspecify.annotations.Nullable;

/** One media record of one leg. A POJO: it waits in keyed state while an earlier one is missing. */
public class MediaFrame {
    public String legId = "";
    public String streamId = "";
    public FrameKind kind = FrameKind.MEDIA;
    /** From 0, one more per record of the stream. */
    public long sequence;
    /** First sample on the stream's timeline, in samples of {@link #sampleRateHz}. */
    public long offsetSamples;
    /** Wall clock of the first sample at the gateway, microseconds since 1970. */
    public long captureMicros;

    public int durationSamples;
    public int sampleRateHz;
    public int channels = 1;
    /** Null when the codec is none that we decode. */
    public @Nullable Encoding encoding;
    /** The codec in the gateway's words, for messages. */
    public String codec = "";

    public byte @Nullable [] payload;
    public RecordOrigin origin = new RecordOrigin();

    public MediaFrame() {}

    /** Length in microseconds; 0 for a rate that makes no sense. */
    public long durationMicros() {
        boolean lasts = kind != FrameKind.END_OF_STREAM && sampleRateHz > 0;
        return !lasts ? 0 : durationSamples * 1_000_000L / sampleRateHz;
    }

    long endMicros() {
        return captureMicros + durationMicros();
    }
}
