package io.undertone.udfs.call;

import org.jspecify.annotations.Nullable;

/** One voice of a leg, as it was known when the call ended. A POJO: it is part of checkpointed requests. */
public class VoiceFacts {
    /** From 1 per leg, in the order in which the voices were first heard. */
    public int number;
    /** The voice that this one turned out to be; its own number where it stands for itself. */
    public int sameAs;

    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    /** Of the enrolled speaker whose voice this is; null if it is nobody's who is enrolled and was named. */
    public @Nullable String speakerId;
    /** Cosine to that speaker's voiceprint; null without one. */
    public @Nullable Double score;
    /** Windows that were given to it. */
    public int windows;

    public VoiceFacts() {}
}
