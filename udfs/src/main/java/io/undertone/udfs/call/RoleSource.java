package io.undertone.udfs.call;

/** Who says what a participant is. */
public enum RoleSource {
    UNKNOWN,
    GATEWAY,
    SIPREC,
    VOICEPRINT,
    GUESSED,
    LLM
}
