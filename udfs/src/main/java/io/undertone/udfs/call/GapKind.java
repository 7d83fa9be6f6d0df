package io.undertone.udfs.call;

/** Why a stretch of a leg has no samples of its own. */
public enum GapKind {
    /** It has samples. */
    NONE,
    /** Lost: silence stands in for it, marked. */
    CONCEALED,
    /** Nothing was sent because nobody spoke, or the stream had a hole in its timeline. */
    SILENCE,
    /** On hold. */
    HELD,
    /** Paused or withheld so that it is not heard. Speech does not go on across it. */
    REDACTED;

    /** Whether an utterance ends here, however short the gap. */
    public boolean cuts() {
        return this == HELD || this == REDACTED;
    }
}
