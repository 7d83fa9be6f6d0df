package io.undertone.udfs.moods;

import io.undertone.udfs.call.Role;
import io.undertone.udfs.call.RoleSource;
import io.undertone.udfs.call.SpeakerLabel;
import org.jspecify.annotations.Nullable;

/**
 * A second of what somebody said whose mood may be read: {@value #FRAMES} frames of speech without the pauses between, and the
 * emotion window that ends with it: every second has one, of the last 3 s of speech or of what was said since a long pause. A POJO:
 * it waits in checkpointed requests until the model answers.
 */
public class SpokenSecond {
    /** Of 256 samples at 8 kHz: 1.024 s. */
    public static final int FRAMES = 32;

    public String legId = "";
    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    public SpeakerLabel speaker = SpeakerLabel.UNKNOWN;
    /** Number of the voice on its leg, from 1; 0 where voices are not compared, or not yet. */
    public int voice;

    public @Nullable String speakerId;
    public @Nullable Double speakerScore;
    /** Begin of its first sample and end of its last on the call's timeline; pauses may lie between. */
    public long from;

    public long to;
    public int speechSamples;
    /** K-weighted loudness of its speech; null below −70 LUFS. */
    public @Nullable Double lufs;
    /** Share of its samples at full scale. */
    public double clippedShare;
    /** Number of the emotion window that ends with it, from 1 per leg without gaps. */
    public int window;
    /** Begin of that window's first sample. */
    public long windowFrom;
    /** Speech in that window. */
    public int windowSamples;

    public SpokenSecond() {}
}
