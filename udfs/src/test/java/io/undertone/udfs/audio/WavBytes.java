package io.undertone.udfs.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files chunk by chunk, right or wrong, for tests. */
final class WavBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WavBytes() {
        bytes.writeBytes(ascii("RIFF"));
        bytes.writeBytes(little(0));
        bytes.writeBytes(ascii("WAVE"));
    }

    static WavBytes mono(int tag, int rateHz, int bits) {
        return new WavBytes().fmt(tag, 1, rateHz, bits);
    }

    WavBytes fmt(int tag, int channels, int rateHz, int bits) {
        return chunk("fmt ", format(16, tag, channels, rateHz, bits));
    }

    /** A fmt chunk of 40 bytes whose sub-format is the given tag. */
    WavBytes extensible(int tag, int channels, int rateHz, int bits) {
        byte[] chunk = format(40, 0xFFFE, channels, rateHz, bits);
        ByteBuffer format = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort(16, (short) 22).putShort(18, (short) bits).putInt(20, 0);
        format.putInt(24, tag).putShort(28, (short) 0).putShort(30, (short) 0x10);
        format.position(32).put(new byte[] {(byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        return chunk("fmt ", chunk);
    }

    /** A chunk with its padding byte. */
    WavBytes chunk(String name, byte... content) {
        unpadded(name, content.length, content);
        if (content.length % 2 == 1) {
            bytes.write(0);
        }
        return this;
    }

    /** A chunk that claims a length. */
    WavBytes unpadded(String name, int claimed, byte... content) {
        bytes.writeBytes(ascii(name));
        bytes.writeBytes(little(claimed));
        bytes.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private static byte[] format(int length, int tag, int channels, int rateHz, int bits) {
        byte[] chunk = new byte[length];
        int frame = channels * bits / 8;
        ByteBuffer format = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        format.putShort((short) tag).putShort((short) channels).putInt(rateHz);
        format.putInt(rateHz * frame).putShort((short) frame).putShort((short) bits);
        return chunk;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
