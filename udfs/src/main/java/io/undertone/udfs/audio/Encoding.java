package io.undertone.udfs.audio;

/** How telephone audio is written as bytes, and the way to 16-bit samples and back. Allocates nothing. */
public enum Encoding {
    /** ITU-T G.711 μ-law (RFC 3551, payload type 0). */
    PCMU(1),
    /** ITU-T G.711 A-law (RFC 3551, payload type 8). */
    PCMA(1),
    /** 16-bit linear, little-endian, as in WAV files. */
    L16_LE(2),
    /** 16-bit linear, big-endian, as on the wire (RFC 3551). */
    L16_BE(2);

    private final int bytesPerSample;

    Encoding(int bytesPerSample) {
        this.bytesPerSample = bytesPerSample;
    }

    public int bytesPerSample() {
        return bytesPerSample;
    }

    /** Decodes {@code samples} samples that start at byte {@code inFrom}. */
    public void decode(byte[] in, int inFrom, int samples, short[] out, int outFrom) {
        switch (this) {
            case PCMU -> {
                for (int i = 0; i < samples; i++) out[outFrom + i] = G711.decodeMuLaw(in[inFrom + i]);
            }
            case PCMA -> {
                for (int i = 0; i < samples; i++) out[outFrom + i] = G711.decodeALaw(in[inFrom + i]);
            }
            case L16_LE -> join(in, inFrom, inFrom + 1, samples, out, outFrom);
            case L16_BE -> join(in, inFrom + 1, inFrom, samples, out, outFrom);
        }
    }

    /** Encodes {@code samples} samples to bytes that start at {@code outFrom}. */
    public void encode(short[] in, int inFrom, int samples, byte[] out, int outFrom) {
        switch (this) {
            case PCMU -> {
                for (int i = 0; i < samples; i++) out[outFrom + i] = G711.encodeMuLaw(in[inFrom + i]);
            }
            case PCMA -> {
                for (int i = 0; i < samples; i++) out[outFrom + i] = G711.encodeALaw(in[inFrom + i]);
            }
            case L16_LE -> split(in, inFrom, samples, out, outFrom, outFrom + 1);
            case L16_BE -> split(in, inFrom, samples, out, outFrom + 1, outFrom);
        }
    }

    private static void join(byte[] in, int low, int high, int samples, short[] out, int outFrom) {
        for (int i = 0; i < samples; i++) {
            out[outFrom + i] = (short) (in[high + 2 * i] << 8 | (in[low + 2 * i] & 0xFF));
        }
    }

    private static void split(short[] in, int inFrom, int samples, byte[] out, int low, int high) {
        for (int i = 0; i < samples; i++) {
            out[low + 2 * i] = (byte) in[inFrom + i];
            out[high + 2 * i] = (byte) (in[inFrom + i] >> 8);
        }
    }
}
