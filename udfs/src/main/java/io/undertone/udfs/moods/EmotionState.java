package io.undertone.udfs.moods;

/** Whether the moods of a leg are read. */
public enum EmotionState {
    /** Nobody was heard on it whose moods may be read. */
    NONE,
    READ,
    /** What was read is taken back, and nothing more is read. */
    WITHDRAWN
}
