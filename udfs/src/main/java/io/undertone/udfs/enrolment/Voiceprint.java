package io.undertone.udfs.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a speaker is known by. Never changed once made. A POJO: keyed state. */
public class Voiceprint {
    public @Nullable String name;
    /** Of length 1. */
    public float[] embedding = new float[0];

    public String modelId = "";
    public String modelVersion = "";
    /** Mean over the enrolments; null if none had any. */
    public @Nullable Double lufs;

    public double meanAbsolute;
    /** Sum over the enrolments. */
    public double speechSeconds;
    /** Recordings in it. */
    public int enrollments;
    /** Of the newest of them. */
    public List<String> enrollmentIds = new ArrayList<>();
    /** Kafka's time of the first recording in it, milliseconds since 1970. */
    public long sinceMillis;
    /** … of the newest. */
    public long updatedMillis;

    public Voiceprint() {}
}
