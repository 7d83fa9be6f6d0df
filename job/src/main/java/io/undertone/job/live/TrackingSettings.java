package io.undertone.job.live;

import io.undertone.job.inference.ModelStage;
import io.undertone.job.runtime.ConsentRule;
import java.io.Serializable;

/**
 * How the live leg finds out who speaks.
 *
 * @param model whom to ask about voices
 * @param biometrics whether voices may be compared
 * @param voiceprintWaitMillis how long a call waits for the voiceprint of a speaker whom it names
 */
public record TrackingSettings(ModelStage model, ConsentRule biometrics, long voiceprintWaitMillis)
        implements Serializable {
    /** Items of one call that wait: in a call that is heard as fast as it can be read, more come within the time. */
    static final int MOST_HELD = 512;
}
