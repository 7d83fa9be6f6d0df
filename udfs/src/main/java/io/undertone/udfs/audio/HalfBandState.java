package io.undertone.udfs.audio;

/** What {@link HalfBandDecimator} remembers of one stream; a gap in the stream begins a new one. */
public final class HalfBandState {
    /** The last 64 input samples, the one of index i at i modulo 64. */
    public short[] line = new short[64];

    /** Index of the next input sample modulo 64: its lowest bit is the phase of the decimation. */
    public int next;

    public HalfBandState() {}
}
