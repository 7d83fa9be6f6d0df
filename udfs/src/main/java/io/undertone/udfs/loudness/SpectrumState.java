package io.undertone.udfs.loudness;

/** What {@link SpectrumMeter} remembers of one leg: 0.7 KB at 8 kHz, 1.2 KB at 16 kHz, however long the leg. */
public final class SpectrumState {
    /** Of the media that is measured; 0 before the first. */
    public int sampleRateHz;

    /** The last samples, which begin the next frame: {@link #pending} of them. A frame long, or empty before the first. */
    public short[] tail = new short[0];

    public int pending;

    /** Frames so far, and those of them that held any power. */
    public int frames;

    public int sounding;

    /** Sum of the centroids of frames that held power. */
    public double centroidsHz;

    /** Sums over frames: the power in each band. */
    public double[] bandPower = new double[SpectrumMeter.BANDS];

    /** Sums over frames: the cepstral coefficients. */
    public double[] coefficients = new double[CepstralSums.COEFFICIENTS];

    public SpectrumState() {}
}
