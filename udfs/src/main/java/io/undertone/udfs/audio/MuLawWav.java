package io.undertone.udfs.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes μ-law samples as a mono WAV file that players open: format 7, with the fact chunk that non-PCM needs. */
public final class MuLawWav {
    private static final int FMT_BYTES = 18;
    private static final int HEADER_BYTES = 12 + (8 + FMT_BYTES) + (8 + 4) + 8;

    private MuLawWav() {}

    public static byte[] of(byte[] muLaw, int sampleRateHz) {
        int padding = muLaw.length % 2;
        ByteBuffer wav =
                ByteBuffer.allocate(HEADER_BYTES + muLaw.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(tag("RIFF")).putInt(wav.capacity() - 8).put(tag("WAVE"));
        wav.put(tag("fmt ")).putInt(FMT_BYTES);
        wav.putShort((short) WavFormat.MU_LAW).putShort((short) 1);
        wav.putInt(sampleRateHz).putInt(sampleRateHz);
        wav.putShort((short) 1).putShort((short) 8).putShort((short) 0);
        wav.put(tag("fact")).putInt(4).putInt(muLaw.length);
        wav.put(tag("data")).putInt(muLaw.length).put(muLaw);
        return wav.array();
    }

    /**
     * Silences what lies behind the first {@code kept} samples of a file that {@link #of} made of so many. Leaves any other file as it
     * is, and says so.
     */
    public static boolean silence(byte[] wav, int samples, int kept) {
        if (wav.length != HEADER_BYTES + samples + samples % 2) {
            return false;
        }
        Arrays.fill(wav, HEADER_BYTES + kept, HEADER_BYTES + samples, G711.MU_LAW_SILENCE);
        return true;
    }

    private static byte[] tag(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
