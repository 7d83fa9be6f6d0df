package io.undertone.udfs.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes samples as a mono WAV file of 16 bits, which every transcriber reads. */
public final class PcmWav {
    private static final int FMT_BYTES = 16;
    private static final int HEADER_BYTES = 12 + (8 + FMT_BYTES) + 8;

    private PcmWav() {}

    public static byte[] of(short[] samples, int sampleRateHz) {
        int dataBytes = Math.multiplyExact(samples.length, Short.BYTES);
        ByteBuffer wav = ByteBuffer.allocate(HEADER_BYTES + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(tag("RIFF")).putInt(wav.capacity() - 8).put(tag("WAVE"));
        wav.put(tag("fmt ")).putInt(FMT_BYTES);
        wav.putShort((short) WavFormat.PCM).putShort((short) 1);
        wav.putInt(sampleRateHz).putInt(sampleRateHz * Short.BYTES);
        wav.putShort((short) Short.BYTES).putShort((short) Short.SIZE);
        wav.put(tag("data")).putInt(dataBytes);
        wav.asShortBuffer().put(samples);
        return wav.array();
    }

    private static byte[] tag(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
