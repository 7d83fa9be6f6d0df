package io.undertone.gateway;

/** The headers of MP3 frames (ISO/IEC 11172-3, 2.4.1.3; 13818-3 halves the rates, MPEG 2.5 quarters them). */
final class Mp3Frame {
    static final int HEADER = 4;
    /** 320 kbit/s at 32 kHz, or 160 at 8 kHz, with a byte of padding. */
    static final int LONGEST = 1441;

    private static final int MPEG_1 = 3;
    private static final int RESERVED = 1;
    private static final int LAYER_3 = 1;
    private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] RATES = {44_100, 48_000, 32_000, 0};

    private Mp3Frame() {}

    /** Whether a frame lies at the beginning and another right behind it, or the end: one alone may be chance. */
    static boolean startsStream(byte[] head) {
        int length = length(head, 0);
        return length > 0 && (head.length == length || length(head, length) > 0);
    }

    /** Bytes of the frame whose header lies at {@code at}; 0 if there is none. */
    private static int length(byte[] bytes, int at) {
        if (bytes.length < at + HEADER || bytes[at] != (byte) 0xFF || (bytes[at + 1] & 0xE0) != 0xE0) {
            return 0;
        }
        int version = bytes[at + 1] >> 3 & 3;
        int layer = bytes[at + 1] >> 1 & 3;
        int rate = RATES[bytes[at + 2] >> 2 & 3] >> (version == MPEG_1 ? 0 : version == 0 ? 2 : 1);
        int kbits = (version == MPEG_1 ? KBITS_1 : KBITS_2)[bytes[at + 2] >> 4 & 15];
        if (version == RESERVED || layer != LAYER_3 || rate == 0 || kbits == 0) {
            return 0;
        }
        int padding = bytes[at + 2] >> 1 & 1;
        return (version == MPEG_1 ? 144 : 72) * 1000 * kbits / rate + padding;
    }
}
