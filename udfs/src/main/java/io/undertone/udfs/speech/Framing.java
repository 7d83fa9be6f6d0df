package io.undertone.udfs.speech;

import io.undertone.udfs.call.GapKind;
import io.undertone.udfs.call.LegChunk;
import java.util.Arrays;

/** Cuts a leg's chunks into frames of 256 samples, keeping what is left over for the next. */
final class Framing {
    private Framing() {}

    /** The whole frames of leftover and {@code chunk}; a gap counts as zeros. */
    static SpeechFrames next(SpeechLegState leg, LegChunk chunk) {
        int total = leg.restLength + (int) chunk.length();
        int whole = total / VadFrame.SAMPLES * VadFrame.SAMPLES;
        short[] joined = new short[total];
        System.arraycopy(leg.rest, 0, joined, 0, leg.restLength);
        System.arraycopy(chunk.samples(), 0, joined, leg.restLength, chunk.samples().length);
        int lostFrom = chunk.gap() == GapKind.CONCEALED ? leg.restLength : total;
        short[] concealed = new short[whole / VadFrame.SAMPLES];
        int pending = leg.restConcealed;
        for (int frame = 0; frame < concealed.length; frame++) {
            int end = (frame + 1) * VadFrame.SAMPLES;
            concealed[frame] = (short) (pending + Math.max(0, end - Math.max(lostFrom, end - VadFrame.SAMPLES)));
            pending = 0;
        }
        long position = chunk.position() - leg.restLength;
        leg.restLength = total - whole;
        leg.restConcealed = pending + Math.max(0, total - Math.max(lostFrom, whole));
        System.arraycopy(joined, whole, leg.rest, 0, leg.restLength);
        short[] samples = Arrays.copyOf(joined, whole);
        return frames(chunk.legId(), position, samples, concealed, false);
    }

    /** What is left over, as a last short frame, and a cut at {@code position}. */
    static SpeechFrames cut(SpeechLegState leg, String legId, long position) {
        short[] samples = Arrays.copyOf(leg.rest, leg.restLength);
        short[] concealed = samples.length == 0 ? new short[0] : new short[] {(short) leg.restConcealed};
        leg.restLength = 0;
        leg.restConcealed = 0;
        return frames(legId, position - samples.length, samples, concealed, true);
    }

    /** A cut behind the last whole frame: what is left over is in none. */
    static SpeechFrames forget(SpeechLegState leg, String legId) {
        long position = leg.end - leg.restLength;
        Arrays.fill(leg.rest, (short) 0);
        leg.restLength = 0;
        leg.restConcealed = 0;
        return frames(legId, position, new short[0], new short[0], true);
    }

    private static SpeechFrames frames(String legId, long position, short[] samples, short[] concealed, boolean cut) {
        int count = concealed.length;
        return new SpeechFrames(
                legId,
                position,
                samples,
                new float[count],
                new VadGate.Edge[cut ? count + 1 : count],
                new byte[count],
                concealed,
                cut);
    }
}
