package io.undertone.udfs.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * A recording that was heard, before and after a model has embedded it. A POJO: as the input of an asynchronous stage it is
 * written to checkpoints, at most 240 KB for 30 s of speech.
 */
public class Enrolment {
    public String enrollmentId = "";
    public @Nullable String name;
    /** Kafka's time of the recording, milliseconds since 1970. */
    public long atMillis;

    public double speechSeconds;
    /** Integrated over speech; null if it is too quiet for any figure. */
    public @Nullable Double lufs;
    /** Of speech, as a fraction of full scale. */
    public double meanAbsolute;
    /** What the model hears, at 8 kHz: all speech, or as much as the model takes. Empty once it has answered. */
    public byte[] muLaw = new byte[0];
    /** Null before the model has answered, and if it failed. */
    public float @Nullable [] embedding;

    public String modelId = "";
    public String modelVersion = "";
    /** Name of the model's failure. */
    public @Nullable String failure;

    public Enrolment() {}
}
