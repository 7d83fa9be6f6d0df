package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/** Whether a leg is spoken by whom it names. A POJO: keyed state, and part of checkpointed requests. */
public class VerificationFacts {
    /** What came of the comparison. */
    public enum Verdict {
        /** The named speaker's voice is on the leg. */
        VERIFIED,
        /** Another voice is. */
        REJECTED,
        /** Too little clean speech, or a likeness between the thresholds. */
        UNSURE,
        /** Nobody by that name is enrolled, or was forgotten meanwhile. */
        NOT_ENROLLED,
        /** The voices leg did not answer in time. */
        NO_ANSWER,
        /** No consent to voice biometrics: nothing was compared. */
        NO_CONSENT
    }

    /** Whom the leg names. */
    public String speakerId = "";

    public Verdict verdict = Verdict.UNSURE;
    /** Cosine between the voiceprint and the leg's dominant voice; null where nothing was compared. */
    public @Nullable Double score;

    /** The voiceprint came after the call had stopped waiting for it: what it decided until then it decided without. */
    public boolean answeredLate;

    public VerificationFacts() {}
}
