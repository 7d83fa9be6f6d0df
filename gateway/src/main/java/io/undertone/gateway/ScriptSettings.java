package io.undertone.gateway;

import io.undertone.schema.Consent;
import io.undertone.udfs.audio.Encoding;
import java.util.List;

/**
 * How a call is told; the same for every call of a run.
 *
 * @param frameMillis length of a frame, 20 to 1000
 * @param consent what STARTED says about it
 * @param holds besides those that a recording brings along
 * @param mediaInSecurePause the gateway forgets to pause: frames under a secure pause keep their payload, and only the
 *     events, sent early and late, say what must not be kept
 * @param seed makes stream and event ids
 */
public record ScriptSettings(
        int frameMillis,
        Encoding encoding,
        Consent consent,
        List<Stretch> holds,
        List<Stretch> securePauses,
        boolean mediaInSecurePause,
        long seed) {
    public static final int RECOMMENDED_FRAME_MILLIS = 100;

    public ScriptSettings {
        if (frameMillis < 20 || frameMillis > 1_000) {
            throw new IllegalArgumentException("need frames of 20 to 1000 ms, got " + frameMillis);
        }
        holds = List.copyOf(holds);
        securePauses = List.copyOf(securePauses);
    }

    /** Frames of 100 ms in μ-law, nothing interrupted. */
    public static ScriptSettings plain(Consent consent) {
        return new ScriptSettings(RECOMMENDED_FRAME_MILLIS, Encoding.PCMU, consent, List.of(), List.of(), false, 0);
    }

    int frameSamples() {
        return frameMillis * MediaTime.SAMPLES_PER_MILLI;
    }
}
