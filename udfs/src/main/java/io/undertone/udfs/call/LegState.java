package io.undertone.udfs.call;

import io.undertone.udfs.audio.HalfBandState;
import io.undertone.udfs.loudness.SpectrumState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One leg of an open call. A POJO: keyed state. */
public class LegState {
    public String legId = "";
    public StreamState stream = new StreamState();
    /** Streams that were superseded, newest last, bounded. */
    public List<String> pastStreams = new ArrayList<>();

    public int streams;
    /** Where the leg's played media ends on the call's timeline, 8 kHz samples. */
    public long end;
    /** As received. */
    public int sampleRateHz;

    public int bitDepth;
    /** Of the low-pass from 16 kHz; null for 8 kHz. */
    public @Nullable HalfBandState halfBand;
    /** Of this part's media, at the rate as received. */
    public SpectrumState spectrum = new SpectrumState();

    public LegState() {}
}
