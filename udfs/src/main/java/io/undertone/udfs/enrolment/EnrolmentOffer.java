package io.undertone.udfs.enrolment;

import io.undertone.udfs.audio.Encoding;
import org.jspecify.annotations.Nullable;

/** A recording that somebody wants a voice to be known by, as it was handed in. A POJO: it travels between steps. */
public class EnrolmentOffer {
    public String enrollmentId = "";
    public @Nullable String name;
    /** Null where nothing was said. */
    public @Nullable Boolean consent;
    /** Null for a codec that is not decoded here. */
    public @Nullable Encoding encoding;
    /** In the contract's words. */
    public String codec = "";

    public int sampleRateHz;
    public byte[] audio = new byte[0];

    public EnrolmentOffer() {}
}
