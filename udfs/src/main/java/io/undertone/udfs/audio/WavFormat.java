package io.undertone.udfs.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the {@code fmt} chunk of a WAV file says, with {@code WAVE_FORMAT_EXTENSIBLE} resolved to what it wraps. */
record WavFormat(int tag, int channels, long sampleRateHz, int bits) {
    static final int PCM = 1;
    static final int A_LAW = 6;
    static final int MU_LAW = 7;
    static final String SUPPORTED =
            "WAV with PCM of 8 or 16 bits, G.711 μ-law or A-law, mono or stereo, 1000 to 192000 Hz";

    private static final int EXTENSIBLE = 0xFFFE;
    /** Bytes 2 to 15 of every sub-format that is an ordinary format tag (KSDATAFORMAT_SUBTYPE_…). */
    private static final long SUBTYPE_LOW = 0x0010_0000_0000L;

    private static final long SUBTYPE_HIGH = 0x719B_3800_AA00_0080L;

    /** Reads a {@code fmt} chunk of at least 16 bytes. */
    static WavFormat parse(byte[] chunk) {
        ByteBuffer fmt = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int tag = fmt.getShort(0) & 0xFFFF;
        if (tag == EXTENSIBLE && chunk.length >= 40 && wrapsPlainTag(fmt)) {
            tag = fmt.getShort(24) & 0xFFFF;
        }
        return new WavFormat(tag, fmt.getShort(2) & 0xFFFF, fmt.getInt(4) & 0xFFFF_FFFFL, fmt.getShort(14) & 0xFFFF);
    }

    private static boolean wrapsPlainTag(ByteBuffer fmt) {
        return fmt.getLong(24) >>> 16 == SUBTYPE_LOW && fmt.getLong(32) == SUBTYPE_HIGH;
    }

    boolean supported() {
        boolean readable = switch (tag) {
            case PCM -> bits == 8 || bits == 16;
            case A_LAW, MU_LAW -> bits == 8;
            default -> false;
        };
        return readable && channels >= 1 && channels <= 2 && sampleRateHz >= 1000 && sampleRateHz <= 192_000;
    }

    int bytesPerFrame() {
        return channels * bits / 8;
    }

    String encoding() {
        return tag == PCM ? "PCM" : tag == MU_LAW ? Encoding.PCMU.name() : Encoding.PCMA.name();
    }

    String inWords() {
        return "%d-bit %s, %d channel%s at %d Hz"
                .formatted(bits, tagInWords(), channels, channels == 1 ? "" : "s", sampleRateHz);
    }

    private String tagInWords() {
        return switch (tag) {
            case PCM -> "PCM";
            case 2, 0x11 -> "ADPCM";
            case 3 -> "float";
            case A_LAW -> "A-law";
            case MU_LAW -> "μ-law";
            case 0x31 -> "GSM 06.10";
            case 0x55 -> "MP3";
            default -> "format 0x%04X".formatted(tag);
        };
    }

    /** Decodes whole frames, channels still interleaved. */
    short[] decode(byte[] data, int samples) {
        short[] out = new short[samples];
        switch (tag) {
            case MU_LAW -> Encoding.PCMU.decode(data, 0, samples, out, 0);
            case A_LAW -> Encoding.PCMA.decode(data, 0, samples, out, 0);
            default -> {
                if (bits == 16) {
                    Encoding.L16_LE.decode(data, 0, samples, out, 0);
                } else {
                    widenUnsigned(data, out);
                }
            }
        }
        return out;
    }

    /** WAV samples of 8 bits are unsigned with their zero at 128. */
    private static void widenUnsigned(byte[] data, short[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) (((data[i] & 0xFF) - 128) << 8);
        }
    }
}
