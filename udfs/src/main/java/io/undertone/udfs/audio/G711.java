package io.undertone.udfs.audio;

/**
 * ITU-T G.711 companding between 16-bit linear samples and μ-law or A-law bytes.
 *
 * <p>Levels are those of tables 1a (A-law, 13 bits) and 2a (μ-law, 14 bits), shifted up to 16 bits. Encoding is
 * bit-exact with the reference of ITU-T G.191: negative samples are taken as one's complement, so that a sample that
 * lies on a decision level falls the same way as there.
 */
public final class G711 {
    /** The μ-law byte of digital silence: positive zero. */
    public static final byte MU_LAW_SILENCE = (byte) 0xFF;

    /** Makes every μ-law segment start at a power of two: 33 in the 14 bits of table 2a. */
    private static final int MU_LAW_BIAS = 33 << 2;

    /** A-law inverts every other bit on the line, so that silence has transitions. */
    private static final int A_LAW_EVEN_BITS = 0x55;

    private static final short[] FROM_MU_LAW = new short[256];
    private static final short[] FROM_A_LAW = new short[256];

    static {
        for (int code = 0; code < 256; code++) {
            FROM_MU_LAW[code] = expandMuLaw(code);
            FROM_A_LAW[code] = expandALaw(code);
        }
    }

    private G711() {}

    public static short decodeMuLaw(byte code) {
        return FROM_MU_LAW[code & 0xFF];
    }

    public static short decodeALaw(byte code) {
        return FROM_A_LAW[code & 0xFF];
    }

    public static byte encodeMuLaw(short sample) {
        int magnitude = sample < 0 ? ~sample : sample;
        int biased = Math.min(magnitude + MU_LAW_BIAS, Short.MAX_VALUE);
        int segment = 24 - Integer.numberOfLeadingZeros(biased);
        int mantissa = (biased >> (segment + 3)) & 0xF;
        return (byte) ~(sample >>> 31 << 7 | segment << 4 | mantissa);
    }

    public static byte encodeALaw(short sample) {
        int magnitude = (sample < 0 ? ~sample : sample) >> 4;
        int segment = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
        int mantissa = (segment < 2 ? magnitude : magnitude >> (segment - 1)) & 0xF;
        int sign = sample < 0 ? 0 : 0x80;
        return (byte) ((sign | segment << 4 | mantissa) ^ A_LAW_EVEN_BITS);
    }

    private static short expandMuLaw(int code) {
        int inverted = ~code;
        int magnitude = ((((inverted & 0xF) << 3) + MU_LAW_BIAS) << (inverted >> 4 & 7)) - MU_LAW_BIAS;
        return (short) ((inverted & 0x80) == 0 ? magnitude : -magnitude);
    }

    private static short expandALaw(int code) {
        int plain = code ^ A_LAW_EVEN_BITS;
        int segment = plain >> 4 & 7;
        int middle = ((plain & 0xF) << 4) + 8;
        int magnitude = segment == 0 ? middle : (middle + 0x100) << (segment - 1);
        return (short) ((plain & 0x80) != 0 ? magnitude : -magnitude);
    }
}
