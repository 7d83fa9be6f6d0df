package io.undertone.udfs.call;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mood of one speaker of a leg over a whole call: of fixed size whatever its length. A POJO: it is checkpointed. */
public class SpeakerMood {
    public Role role = Role.UNKNOWN;
    public RoleSource roleSource = RoleSource.UNKNOWN;
    public @Nullable String speakerId;
    /** Emotion windows, and those of them that have no scores. */
    public int windows;

    public int failed;
    /** Windows whose likeliest mood it is. */
    public int negativeWindows;

    public int neutralWindows;
    public int positiveWindows;
    /** Of all windows that have scores; null without any. */
    public @Nullable MoodMean mean;
    /** Highest smoothed probability of NEGATIVE, and the end of the window that brought it. */
    public double peakNegative;

    public long peakSample;
    /** How often the likeliest smoothed mood became another. */
    public int switches;
    /** Mean smoothed probability of NEGATIVE in each stretch of {@link #binSamples} from the call's start; −1 where no window ended. */
    public List<Double> trajectory = new ArrayList<>();

    /** Doubled whenever the call outgrows 16 stretches. */
    public long binSamples;

    public SpeakerMood() {}
}
