package io.undertone.udfs.call;

import io.undertone.udfs.audio.HalfBandState;
import io.undertone.udfs.loudness.SpectrumState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One leg of an open call. A POJO: keyed state. */
public class LegState {
    static final long UNHEARD = Long.MIN_VALUE;

    public String legId = "";
    public StreamState stream = new StreamState();
    /** Streams that were superseded, newest last, bounded. */
    public List<String> pastStreams = new ArrayList<>();

    public int streams;
    /** Where the leg's played media ends on the call's timeline, 8 kHz samples. */
    public long end;
    /** By how much capture times of this part were ahead of the timeline at most, microseconds; {@link #UNHEARD} before its media. */
    public long mostAheadMicros = UNHEARD;

    /** As received. */
    public int sampleRateHz;

    public int bitDepth;
    /** Of the low-pass from 16 kHz; null for 8 kHz. */
    public @Nullable HalfBandState halfBand;
    /** Of this part's media, at the rate as received. */
    public SpectrumState spectrum = new SpectrumState();

    public LegState() {}

    /** Media that lies at {@code micros} of the timeline was captured then. */
    void heardAt(long micros, long captureMicros) {
        mostAheadMicros = Math.max(mostAheadMicros, captureMicros - micros);
    }

    /** The next part has a timeline of its own. */
    void beginPart() {
        end = 0;
        stream.anchored = false;
        mostAheadMicros = UNHEARD;
    }
}
