package io.undertone.udfs.tracking;

import org.jspecify.annotations.Nullable;

/** The answer to a call's question for a speaker's voice. A POJO: it crosses the network. */
public class Voiceprint {
    public String speakerId = "";
    /** Id and version of the model whose embedding it is. */
    public String model = "";
    /** Of length 1; null where nobody by that id is enrolled, or any more. */
    public float @Nullable [] embedding;

    public Voiceprint() {}
}
